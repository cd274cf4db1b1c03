package io.clientele.segmentation.internal.rest;

import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Overlaps;
import io.clientele.segmentation.internal.Segments;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** How segments overlap, over HTTP. */
@Component(service = OverlapResource.class)
@JakartarsResource
@Path("/api/v1/segments/overlap")
@Produces(MediaType.APPLICATION_JSON)
public final class OverlapResource {
    private final Overlaps overlaps;

    @Activate
    public OverlapResource(@Reference Overlaps overlaps) {
        this.overlaps = overlaps;
    }

    /** Which segments to look at, by their keys, in the order in which they would count. */
    public record Body(@Nullable List<String> segments) {
        public Body {
            segments = Given.list(segments);
        }
    }

    @POST
    @LongRunning
    @Requires(Segments.READ)
    public Overlaps.Division divide(Body body) {
        return overlaps.of(body.segments() == null ? List.of() : body.segments());
    }
}
