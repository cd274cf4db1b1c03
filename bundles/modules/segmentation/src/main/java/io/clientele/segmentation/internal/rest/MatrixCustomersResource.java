package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.matrix.Borders;
import io.clientele.segmentation.internal.matrix.Standing;
import jakarta.ws.rs.BeanParam;
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

/** How single customers stand in a matrix, over HTTP. */
@Component(service = MatrixCustomersResource.class)
@JakartarsResource
@Path("/api/v1/matrices/{matrix}")
@Produces(MediaType.APPLICATION_JSON)
public final class MatrixCustomersResource {
    private final Borders borders;

    @Activate
    public MatrixCustomersResource(@Reference Borders borders) {
        this.borders = borders;
    }

    /** Some of those who stand in a cell, spread over all of them. */
    public record Points(List<StandingView.Point> items) {}

    /** Whoever is nearest to a border of its cell comes first. */
    @GET
    @Path("customers")
    @LongRunning
    @Requires(Segments.READ)
    public Page<StandingView> nearest(@PathParam("matrix") String matrix, @BeanParam Nearness nearness) {
        Page<Standing> found = borders.nearest(ShortId.parse(matrix), nearness.wanted());
        return new Page<>(found.items().stream().map(StandingView::of).toList(), found.next(), null);
    }

    @GET
    @Path("customers/{customer}")
    @LongRunning
    @Requires(Segments.READ)
    public StandingView.Course course(@PathParam("matrix") String matrix, @PathParam("customer") String customer) {
        long id = CustomerId.of(customer).value();
        return StandingView.Course.of(id, borders.course(ShortId.parse(matrix), id));
    }

    @GET
    @Path("points")
    @LongRunning
    @Requires(Segments.READ)
    public Points points(@PathParam("matrix") String matrix) {
        return new Points(borders.sample(ShortId.parse(matrix)).stream()
                .map(StandingView.Point::of)
                .toList());
    }
}
