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
 */
@ProviderType
public interface Customers {
    /** The visible customer with this id. */
    <T> Optional<T> find(long id, Row<T> row);

    /** A page of visible customers, as one statement. */
    <T> Page<T> list(CustomerQuery query, Row<T> row);

    /** How many visible customers match. */
    long count(@Nullable String filter);

    /** Hands every visible match to {@code sink} in the order of ids, without holding them in memory. */
    <T> void forEach(@Nullable String filter, Row<T> row, Consumer<T> sink);
}
