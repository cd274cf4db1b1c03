package io.clientele.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A filter that was understood, for whoever asked. It holds as long as the facts that it names and what the caller may see; make another
 * for each piece of work.
 */
@ProviderType
public interface Selection {
    /** The facts that the filter names. */
    Set<String> facts();

    /** Whether time alone changes who matches: the filter compares with today or now. */
    boolean isTimed();

    /** The customers that match at {@code now}. */
    Subquery all(Instant now);

    /** Those of {@code ids}, of which there is one at least, that match at {@code now}. */
    Subquery among(Collection<Long> ids, Instant now);

    /**
     * The customers that match at {@code now}, and what they are: beside {@code id} a column {@code f1}, {@code f2} … for each of {@code
     * facts}, null where it is not known. A fact of which a customer can have several fails with {@link
     * io.clientele.kernel.InvalidInputException}.
     */
    Subquery with(List<String> facts, Instant now);

    /** As {@link #with(List, Instant)}, for those of {@code ids}, of which there is one at least. */
    Subquery with(Collection<Long> ids, List<String> facts, Instant now);

    /** The customers of whom time alone may have changed the answer since {@code from}, and maybe others; none if it cannot have. */
    Optional<Subquery> turning(Instant from, Instant to);
}
