package io.clientele.segmentation.internal.plan;

import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.Segment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A command that tells who can be approached, run as the system. */
@Component(
        service = PlanCommands.class,
        property = {"osgi.command.scope=segmentation", "osgi.command.function=reach"})
public final class PlanCommands {
    private final Platform platform;
    private final Segments segments;
    private final ContactPlan plan;

    @Activate
    public PlanCommands(@Reference Platform platform, @Reference Segments segments, @Reference ContactPlan plan) {
        this.platform = platform;
        this.segments = segments;
        this.plan = plan;
    }

    /** How many members of a segment can be approached, a line for each channel. */
    public String reach(String key) {
        return platform.asSystem(() -> segments.find(key).map(this::lines).orElse("There is no segment " + key));
    }

    private String lines(Segment segment) {
        ContactPlan.Reach reach = plan.reach(segment.id());
        StringBuilder lines =
                new StringBuilder("all  " + reach.reachable() + " of " + reach.members() + " can be approached");
        for (ContactPlan.ByChannel each : reach.channels()) {
            lines.append('\n').append(each.channel()).append("  ").append(each.reachable());
        }
        return lines.toString();
    }
}
