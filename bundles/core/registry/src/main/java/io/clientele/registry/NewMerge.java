package io.clientele.registry;

import java.util.Set;

/**
 * Two customers that are one.
 *
 * @param survivor the customer that stays, in the version that was read
 * @param other the customer that becomes part of it, in the version that was read
 * @param fromOther the fields, such as {@code name}, whose value the survivor takes from the other where both have one
 */
public record NewMerge(Version survivor, Version other, Set<String> fromOther) {
    public NewMerge {
        fromOther = Set.copyOf(fromOther);
    }

    /** A customer as it was read. */
    public record Version(CustomerId customer, long version) {}
}
