package io.clientele.registry;

import io.clientele.kernel.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes one customer of two, and two of one again. Needs {@code customers:merge} and sight of both; any other answers like one that does not
 * exist. Safe for use by many threads.
 *
 * <p>All that belongs to the other customer goes to the survivor at once, here and in every module as soon as it is there. The other's id is
 * never used again: whoever asks for it is told of the survivor, with {@link io.clientele.kernel.GoneException} {@code customer-merged}.
 */
@ProviderType
public interface Merges {
    /** What {@link #merge} would do; changes nothing. */
    MergeOutline outline(CustomerId survivor, CustomerId other);

    /** Fails with {@link io.clientele.kernel.PreconditionException} if one of the two has changed since it was read. */
    Merge merge(NewMerge merge);

    /**
     * Takes the other customer out again, as it was; what has come since then stays with the survivor, save for returns of purchases that
     * go. Merges are undone in reverse: fails with a conflict {@code merge-not-last} unless it was the survivor's last.
     *
     * @return the customer that is back
     */
    Customer unmerge(NewMerge.Version survivor, CustomerId other);

    /**
     * What is part of a customer now, the newest first. Needs {@code customers:read}.
     *
     * @param limit 1 to 200
     * @param cursor where the previous page ended, or null
     */
    Page<Merge> list(CustomerId survivor, int limit, @Nullable String cursor);

    /** Which customer this one is part of by now, if the caller may see that; over all merges that followed. */
    Optional<CustomerId> survivor(CustomerId former);
}
