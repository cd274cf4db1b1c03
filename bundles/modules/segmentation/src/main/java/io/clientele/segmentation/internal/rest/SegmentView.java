package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.Told;
import io.clientele.rest.Versioned;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it is answered.
 *
 * @param fact what tells its members in filters
 * @param suspended why it is not kept current though it should be, or null
 * @param size how many members the caller sees
 */
public record SegmentView(
        String id,
        long version,
        String key,
        String name,
        String kind,
        @Nullable String filter,
        String purpose,
        @Nullable String owner,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String fact,
        List<String> facts,
        @Told @Nullable String suspended,
        long size,
        Instant createdAt,
        Instant changedAt,
        Instant computedAt)
        implements Versioned {
    static SegmentView of(Segment segment, long size) {
        Definition definition = segment.definition();
        Long owner = definition.owner();
        return new SegmentView(
                ShortId.format(segment.id()),
                segment.version(),
                definition.key(),
                definition.name(),
                definition.kind().code(),
                definition.filter(),
                definition.purpose(),
                owner == null ? null : ShortId.format(owner),
                definition.validity().from(),
                definition.validity().until(),
                definition.fact(),
                segment.facts().stream().sorted().toList(),
                segment.suspended(),
                size,
                segment.times().created(),
                segment.times().changed(),
                segment.times().computed());
    }
}
