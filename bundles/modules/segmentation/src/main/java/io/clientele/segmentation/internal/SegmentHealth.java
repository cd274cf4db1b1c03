package io.clientele.segmentation.internal;

import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns of segments that rest because a fact is away, and of such in which the last comparison found differences. */
@Component(property = HealthCheck.NAME + "=segmentation")
public final class SegmentHealth implements HealthCheck {
    private final Platform platform;
    private final KnownSegments known;

    @Activate
    public SegmentHealth(@Reference Platform platform, @Reference KnownSegments known) {
        this.platform = platform;
        this.known = known;
    }

    @Override
    public Result execute() {
        Map<String, Long> differing = platform.transactions().read(SegmentTable::differing);
        if (!differing.isEmpty()) {
            return new Result(
                    Result.Status.WARN,
                    "moves were missed and have been put right in the segments "
                            + String.join(", ", differing.keySet()));
        }
        List<String> suspended = known.current().segments().stream()
                .filter(segment -> segment.suspended() != null)
                .map(Segment::key)
                .toList();
        return suspended.isEmpty()
                ? new Result(Result.Status.OK, "all segments are kept current")
                : new Result(Result.Status.WARN, "a fact is away for the segments " + String.join(", ", suspended));
    }
}
