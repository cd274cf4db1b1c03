package io.clientele.registry;

import io.clientele.access.UserId;
import io.clientele.kernel.ShortId;
import java.time.Instant;

/**
 * What a customer said about being approached, as it is on record; it never changes.
 *
 * @param counts whether it is the last that the customer said about this channel and purpose
 */
public record Consent(
        Id id, CustomerId customer, NewConsent content, UserId recordedBy, Instant recordedAt, boolean counts) {
    /** The id of an entry. */
    public record Id(long value) {
        /** The short form, as it stands in answers. */
        @Override
        public String toString() {
            return ShortId.format(value);
        }
    }
}
