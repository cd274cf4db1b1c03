package io.clientele.segmentation.internal.plan;

import io.clientele.facts.CustomerQuery;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands that tell who can be approached, and how, run as the system. */
@Component(
        service = PlanCommands.class,
        property = {"osgi.command.scope=segmentation", "osgi.command.function=reach", "osgi.command.function=plan"})
public final class PlanCommands {
    private static final int LINES = 50;

    private final Platform platform;
    private final Segments segments;
    private final ContactPlan plan;
    private final ContactReach reach;

    @Activate
    public PlanCommands(
            @Reference Platform platform,
            @Reference Segments segments,
            @Reference ContactPlan plan,
            @Reference ContactReach reach) {
        this.platform = platform;
        this.segments = segments;
        this.plan = plan;
        this.reach = reach;
    }

    /** How many members of a segment can be approached, a line for each channel. */
    public String reach(String key) {
        return told(key, this::reached);
    }

    /** The first members of a segment who can be approached: from when on, by which channel and with what. */
    public String plan(String key) {
        return told(key, this::planned);
    }

    private String told(String key, Function<Segment, String> lines) {
        return platform.asSystem(() -> segments.find(key).map(lines).orElse("There is no segment " + key));
    }

    private String reached(Segment segment) {
        ContactReach.Reach found = reach.of(segment.id());
        StringBuilder lines =
                new StringBuilder("all  " + found.reachable() + " of " + found.members() + " can be approached");
        for (ContactReach.ByChannel each : found.channels()) {
            lines.append('\n').append(each.channel()).append("  ").append(each.reachable());
        }
        return lines.toString();
    }

    private String planned(Segment segment) {
        var page = plan.plan(segment.id(), null, new CustomerQuery(null, null, LINES, null, true));
        List<String> lines = new ArrayList<>(List.of(page.items().size() + " of " + page.total()));
        for (ContactPlan.Planned each : page.items()) {
            Said said = each.said();
            lines.add(String.join(
                    "  ", each.name(), each.channel(), each.from().toString(), said == null ? "-" : said.title()));
        }
        return String.join("\n", lines);
    }
}
