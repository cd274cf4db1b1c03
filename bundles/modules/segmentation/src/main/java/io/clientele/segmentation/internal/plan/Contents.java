package io.clientele.segmentation.internal.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.access.Change;
import io.clientele.kernel.PreconditionException;
import io.clientele.segmentation.internal.Json;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Segment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is said to the members of segments: pieces in an order, of which the plan takes the one that suits a member. */
@Component(service = Contents.class)
public final class Contents {
    private static final Kept NOTHING = new Kept(0, List.of());

    private final Platform platform;
    private final Segments segments;

    /** The pieces of a segment in their order; version 0 if nobody ever wrote some. */
    public record Kept(long version, List<Content> pieces) {
        public Kept {
            pieces = List.copyOf(pieces);
        }
    }

    /** What the audit is told. */
    private record Written(String segment, List<String> contents) {}

    @Activate
    public Contents(@Reference Platform platform, @Reference Segments segments) {
        this.platform = platform;
        this.segments = segments;
    }

    /** What is said to the members of a segment. */
    public Kept of(long id) {
        Segment segment = segments.get(id);
        return platform.transactions()
                .read(connection -> ContentTable.find(connection, segment.id()))
                .map(Contents::read)
                .orElse(NOTHING);
    }

    /** Writes {@code pieces} in place of those that were read in {@code version}. */
    public Kept replace(long id, long version, List<Content> pieces) {
        platform.callers().require(Segments.WRITE);
        return platform.transactions().write(connection -> {
            // Whoever removes the segment waits there too: nothing is kept of one that has gone.
            Gate.enter(connection);
            Segment segment = segments.get(id);
            Kept before = of(id);
            ContentRules.check(pieces, channels(before));
            if (before.version != version) {
                throw PreconditionException.stale();
            }
            Kept after = new Kept(version + 1, pieces);
            ContentTable.write(connection, id, new ContentTable.Saved(after.version, write(pieces)));
            List<String> keys = pieces.stream().map(Content::key).toList();
            String detail = write(new Written(segment.key(), keys));
            platform.audit().record(new Change("segmentation.SegmentContentsChanged", "segment", id, detail));
            return after;
        });
    }

    /** Those there are, and those that were there when a piece was made for them: a channel whose module is away takes nothing along. */
    private Set<String> channels(Kept before) {
        Set<String> known = new LinkedHashSet<>();
        Channel.all(platform.facts()).forEach(channel -> known.add(channel.code()));
        before.pieces.forEach(piece -> known.addAll(piece.channels()));
        return known;
    }

    private static Kept read(ContentTable.Saved saved) {
        try {
            return new Kept(saved.version(), List.of(Json.MAPPER.readValue(saved.pieces(), Content[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contents in the table that cannot be read", e);
        }
    }

    private static String write(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and lists of them are JSON", e);
        }
    }
}
