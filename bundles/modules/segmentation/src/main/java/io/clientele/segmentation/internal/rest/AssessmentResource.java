package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.assessment.Assessments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What a segment is worth, over HTTP. */
@Component(service = AssessmentResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/assessment")
@Produces(MediaType.APPLICATION_JSON)
public final class AssessmentResource {
    private final Assessments assessments;

    @Activate
    public AssessmentResource(@Reference Assessments assessments) {
        this.assessments = assessments;
    }

    @GET
    @LongRunning
    @Requires(Segments.READ)
    public Assessments.Assessment assess(
            @PathParam("segment") String segment, @QueryParam("value") @Nullable String value) {
        return assessments.of(ShortId.parse(segment), value);
    }
}
