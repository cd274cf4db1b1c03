package io.clientele.segmentation.internal;

import io.clientele.segmentation.internal.store.Segment;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands for a Karaf with a shell. Whoever has that shell has the server, so they run as the system. */
@Component(
        service = SegmentCommands.class,
        property = {"osgi.command.scope=segmentation", "osgi.command.function=list", "osgi.command.function=recompute"})
public final class SegmentCommands {
    private final Platform platform;
    private final KnownSegments known;
    private final Segments segments;

    @Activate
    public SegmentCommands(@Reference Platform platform, @Reference KnownSegments known, @Reference Segments segments) {
        this.platform = platform;
        this.known = known;
        this.segments = segments;
    }

    /** Every segment with its size, a line each; the shell prints what it returns. */
    public String list() {
        return known.refresh().segments().stream()
                .map(segment -> line(platform.asSystem(() -> segments.get(segment.id()))))
                .collect(Collectors.joining("\n"));
    }

    /** Finds the members of a segment anew. */
    public String recompute(String key) {
        return known.refresh()
                .find(key)
                .map(segment -> line(platform.asSystem(() -> segments.recompute(segment.id()))))
                .orElse("There is no segment " + key);
    }

    private static String line(Segment segment) {
        String state = segment.suspended() == null ? "" : "  suspended: " + segment.suspended();
        return segment.key() + "  " + segment.size() + " members" + state;
    }
}
