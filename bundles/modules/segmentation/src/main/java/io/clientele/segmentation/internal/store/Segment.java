package io.clientele.segmentation.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it stands.
 *
 * @param version changes with every write of the definition
 * @param facts what the filter named when it was saved
 * @param suspended why it rests though it should be kept current, or null
 * @param size how many members it has
 */
public record Segment(
        long id,
        long version,
        Definition definition,
        Set<String> facts,
        @Nullable String suspended,
        long size,
        Times times) {
    public Segment {
        facts = Set.copyOf(facts);
    }

    /**
     * When things were done to it.
     *
     * @param computed when all members were found anew last
     */
    public record Times(Instant created, Instant changed, Instant computed) {}

    public String key() {
        return definition.key();
    }

    /** Whether its members follow what happens on {@code day}. */
    public boolean isKept(LocalDate day) {
        return definition.kind() == Kind.RULE
                && suspended == null
                && definition.validity().includes(day);
    }

    /** The filter, of a segment that has one. */
    public String filter() {
        String filter = definition.filter();
        if (filter == null) {
            throw new IllegalStateException("a list has no filter: " + key());
        }
        return filter;
    }
}
