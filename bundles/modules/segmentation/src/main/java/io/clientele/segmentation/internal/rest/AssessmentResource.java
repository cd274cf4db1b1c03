package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.assessment.Assessments;
import io.clientele.segmentation.internal.assessment.Strategy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What a segment is worth and what is done about it, over HTTP. */
@Component(service = AssessmentResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}")
@Produces(MediaType.APPLICATION_JSON)
public final class AssessmentResource {
    private final Assessments assessments;
    private final Strategy strategy;

    @Activate
    public AssessmentResource(@Reference Assessments assessments, @Reference Strategy strategy) {
        this.assessments = assessments;
        this.strategy = strategy;
    }

    /** A decision as it is sent. */
    public record DecisionBody(@Nullable String verdict, @Nullable String reason) {}

    /** How a segment is treated in one aspect, as it is sent. */
    public record DifferenceBody(@Nullable String treatment, @Nullable String evidence) {}

    /** The newest decisions first. */
    public record Decisions(List<Strategy.Decision> items) {}

    @GET
    @Path("assessment")
    @LongRunning
    @Requires(Segments.READ)
    public Assessments.Assessment assess(
            @PathParam("segment") String segment, @QueryParam("value") @Nullable String value) {
        return assessments.of(ShortId.parse(segment), value);
    }

    @GET
    @Path("decisions")
    @Requires(Segments.READ)
    public Decisions decisions(@PathParam("segment") String segment) {
        return new Decisions(strategy.decisions(ShortId.parse(segment)));
    }

    @POST
    @Path("decisions")
    @Requires(Segments.WRITE)
    public Response decide(@PathParam("segment") String segment, DecisionBody body) {
        Strategy.Decision decision = strategy.decide(
                ShortId.parse(segment), text("/verdict", body.verdict()), text("/reason", body.reason()));
        return Response.status(Response.Status.CREATED).entity(decision).build();
    }

    @GET
    @Path("differentiation")
    @Requires(Segments.READ)
    public Strategy.Sheet sheet(@PathParam("segment") String segment) {
        return strategy.sheet(ShortId.parse(segment));
    }

    @PUT
    @Path("differentiation/{aspect}")
    @Requires(Segments.WRITE)
    public Strategy.Sheet differ(
            @PathParam("segment") String segment, @PathParam("aspect") String aspect, DifferenceBody body) {
        String evidence = body.evidence() == null ? "" : body.evidence();
        return strategy.differ(
                ShortId.parse(segment),
                new Strategy.Difference(aspect, text("/treatment", body.treatment()), evidence));
    }

    private static String text(String pointer, @Nullable String text) {
        if (text == null) {
            throw new InvalidInputException(pointer, "This is missing");
        }
        return text;
    }
}
