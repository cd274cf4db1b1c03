package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.assessment.Statistics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What happened to a segment month by month, over HTTP. */
@Component(service = StatisticsResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/stats")
@Produces(MediaType.APPLICATION_JSON)
public final class StatisticsResource {
    private final Statistics statistics;

    @Activate
    public StatisticsResource(@Reference Statistics statistics) {
        this.statistics = statistics;
    }

    /** Months, the oldest first. */
    public record Report(List<Statistics.Month> months) {}

    @GET
    @LongRunning
    @Requires(Segments.READ)
    public Report report(@PathParam("segment") String segment, @QueryParam("months") @Nullable String months) {
        return new Report(statistics.of(ShortId.parse(segment), Given.months(months)));
    }
}
