package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.assessment.Strategy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Whether a segment was chosen or left and why, over HTTP. */
@Component(service = DecisionsResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
    private final Strategy strategy;

    @Activate
    public DecisionsResource(@Reference Strategy strategy) {
        this.strategy = strategy;
    }

    /** A decision as it is sent. */
    public record DecisionBody(@Nullable String verdict, @Nullable String reason) {}

    /** The newest decisions first. */
    public record Decisions(List<Strategy.Decision> items) {}

    @GET
    @Requires(Segments.READ)
    public Decisions decisions(@PathParam("segment") String segment) {
        return new Decisions(strategy.decisions(ShortId.parse(segment)));
    }

    @POST
    @Requires(Segments.WRITE)
    public Response decide(@PathParam("segment") String segment, DecisionBody body) {
        Strategy.Decision decision = strategy.decide(
                ShortId.parse(segment), Given.text("/verdict", body.verdict()), Given.text("/reason", body.reason()));
        return Response.status(Response.Status.CREATED).entity(decision).build();
    }
}
