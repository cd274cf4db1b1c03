package io.clientele.registry;

import io.clientele.facts.CustomerQuery;
import io.clientele.kernel.Page;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The customers the current caller may see; any other answers like one that does not exist. Safe for use by many threads.
 *
 * <p>Input that breaks rules fails with {@link io.clientele.kernel.InvalidInputException}, which names every fault at once; an identifier
 * that another customer has, with {@link io.clientele.kernel.ConflictException} {@code identifier-taken}; a version that is no longer the
 * newest, with {@link io.clientele.kernel.PreconditionException}.
 */
@ProviderType
public interface CustomerRegistry {
    /** Adds a customer. Without an owner and a team it belongs to the caller and the caller's team. */
    Customer add(Profile profile);

    /** The customer, or empty if there is none that the caller may see: also of one that was erased. Needs {@code customers:read}. */
    Optional<Customer> find(CustomerId id);

    /** A page of the customers that match; fails as {@link io.clientele.facts.Customers} does. */
    Page<Customer> list(CustomerQuery query);

    /** Writes {@code profile} in place of the one that was read in {@code version}. */
    Customer replace(CustomerId id, long version, Profile profile);

    /** Writes what {@code edit} makes of the profile that was read in {@code version}. */
    Customer change(CustomerId id, long version, UnaryOperator<Profile> edit);
}
