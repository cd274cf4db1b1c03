package io.clientele.registry.internal.rest;

import io.clientele.facts.Row;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.rest.Rendered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's answer looks like. It stands in the customer's row as it is sent, so nothing makes one of these.
 *
 * @param facts those that were asked for by name, as far as they are known
 */
public record CustomerView(
        String id,
        long version,
        String kind,
        String name,
        String romanName,
        @Nullable String language,
        @Nullable String timeZone,
        String status,
        @Nullable String owner,
        @Nullable String team,
        List<CustomerBody.IdentifierBody> identifiers,
        List<CustomerBody.ContactPointBody> contactPoints,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Map<String, Object> facts) {
    /** Reads the answer. */
    static final Row<Rendered<CustomerView>> ROW = new Row<>(
            List.of("version", "document"), row -> new Rendered<>(CustomerView.class, row.getLong(1), row.getBytes(2)));

    static Rendered<CustomerView> of(CustomerRow row) {
        return new Rendered<>(CustomerView.class, row.version(), row.document().getBytes(StandardCharsets.UTF_8));
    }
}
