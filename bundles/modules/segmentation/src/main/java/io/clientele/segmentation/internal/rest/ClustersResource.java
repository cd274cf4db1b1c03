package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.NotFoundException;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.cluster.Clusters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Clusters over HTTP. */
@Component(service = ClustersResource.class)
@JakartarsResource
@Path("/api/v1/rfm/clusters")
@Produces(MediaType.APPLICATION_JSON)
public final class ClustersResource {
    private final Clusters clusters;

    @Activate
    public ClustersResource(@Reference Clusters clusters) {
        this.clusters = clusters;
    }

    /** How many clusters there are to be; left out, their stability decides. */
    public record Body(@Nullable Integer clusters) {}

    /** What the last run found, of all customers. */
    @GET
    @Requires(Segments.READ)
    public Clusters.Findings last() {
        return clusters.last().orElseThrow(() -> new NotFoundException("run", "of clustering"));
    }

    @POST
    @LongRunning
    @Requires(Segments.WRITE)
    public Clusters.Findings run(Body body) {
        return clusters.run(body.clusters());
    }
}
