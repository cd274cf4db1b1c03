package io.clientele.segmentation.internal;

import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Moves;
import io.clientele.segmentation.internal.store.Segment;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells other modules who moved. Of very many that move at once it tells how many, and under which cause they are on record. */
final class Telling {
    /** More than so many moves of one cause in one segment are told in one event. */
    static final int MOST = 1_000;

    private final Outbox outbox;

    Telling(Outbox outbox) {
        this.outbox = outbox;
    }

    void entered(Segment segment, long customer, Cause cause) {
        outbox.append(new NewEvent("segmentation.Entered", customer, detail(segment, cause)));
    }

    void left(Segment segment, long customer, Cause cause) {
        outbox.append(new NewEvent("segmentation.Left", customer, detail(segment, cause)));
    }

    void moved(Segment segment, Moves moves, Cause cause) {
        Map<String, Object> detail = about(segment, cause);
        detail.put("entered", moves.entered());
        detail.put("left", moves.left());
        outbox.append(new NewEvent("segmentation.Moved", null, Json.write(detail)));
    }

    /** {@code what} is the end of the event's type, such as {@code SegmentAdded}. */
    void changed(String what, Segment segment) {
        Map<String, Object> detail = Map.of("segment", segment.key());
        outbox.append(new NewEvent("segmentation." + what, null, Json.write(detail)));
    }

    private static String detail(Segment segment, Cause cause) {
        return Json.write(about(segment, cause));
    }

    private static Map<String, Object> about(Segment segment, Cause cause) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("segment", segment.key());
        detail.put("causeId", ShortId.format(cause.id()));
        detail.put("cause", cause.kind().code());
        if (cause.eventType() != null) {
            detail.put("event", cause.eventType());
        }
        return detail;
    }
}
