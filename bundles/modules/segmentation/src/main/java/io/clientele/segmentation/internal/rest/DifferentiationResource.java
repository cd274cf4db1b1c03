package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.assessment.Strategy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** How a segment is treated otherwise than the rest, over HTTP. */
@Component(service = DifferentiationResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/differentiation")
@Produces(MediaType.APPLICATION_JSON)
public final class DifferentiationResource {
    private final Strategy strategy;

    @Activate
    public DifferentiationResource(@Reference Strategy strategy) {
        this.strategy = strategy;
    }

    /** How a segment is treated in one aspect, as it is sent. */
    public record DifferenceBody(@Nullable String treatment, @Nullable String evidence) {}

    @GET
    @Requires(Segments.READ)
    public Strategy.Sheet sheet(@PathParam("segment") String segment) {
        return strategy.sheet(ShortId.parse(segment));
    }

    @PUT
    @Path("{aspect}")
    @Requires(Segments.WRITE)
    public Strategy.Sheet differ(
            @PathParam("segment") String segment, @PathParam("aspect") String aspect, DifferenceBody body) {
        String evidence = body.evidence() == null ? "" : body.evidence();
        return strategy.differ(
                ShortId.parse(segment),
                new Strategy.Difference(aspect, Given.text("/treatment", body.treatment()), evidence));
    }
}
