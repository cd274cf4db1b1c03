package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.History;
import io.clientele.segmentation.internal.Segments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** How large a segment was, day by day, over HTTP. */
@Component(service = CurveResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/curve")
@Produces(MediaType.APPLICATION_JSON)
public final class CurveResource {
    private final History history;

    @Activate
    public CurveResource(@Reference History history) {
        this.history = history;
    }

    /** A segment's life, a point for each day. */
    public record Curve(List<History.Day> days) {}

    @GET
    @Requires(Segments.READ)
    public Curve curve(@PathParam("segment") String segment) {
        return new Curve(history.curve(ShortId.parse(segment)));
    }
}
