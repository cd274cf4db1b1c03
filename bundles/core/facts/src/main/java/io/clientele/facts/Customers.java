package io.clientele.facts;

import io.clientele.kernel.Page;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way to customer rows. Every statement carries the visibility predicate of the current caller; there is none without.
 *
 * <p>A malformed filter, an unknown fact or a wrong type fails with {@link io.clientele.kernel.InvalidInputException} at {@code filter},
 * {@code sort} or {@code cursor}, naming the position and a suggestion.
 *
 * <p>Every condition is true or false. Of a customer of whom a fact is not known {@code !=}, {@code =out=} and {@code =null=true} are true
 * and all others false, so {@code city!=Paris} includes customers without a city. Of a fact with several values a condition is true if any
 * value meets it, {@code !=} and {@code =out=} if none equals. Dates relative to today are counted in UTC.
 */
@ProviderType
public interface Customers {
    /** The visible customer with this id. */
    <T> Optional<T> find(long id, Row<T> row);

    /** A page of visible customers, as one statement. */
    <T> Page<T> list(CustomerQuery query, Row<T> row);

    /** How many visible customers match. */
    long count(@Nullable String filter);

    /**
     * Hands every visible match to {@code sink} in the order of ids, a batch at a time, so memory does not grow with their number. No
     * connection is held while {@code sink} works; what changes meanwhile may or may not be seen.
     */
    <T> void forEach(@Nullable String filter, Row<T> row, Consumer<T> sink);
}
