package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.grade.GradeHistory;
import io.clientele.segmentation.internal.grade.GradeSales;
import io.clientele.segmentation.internal.grade.Grades;
import io.clientele.segmentation.internal.grade.Scale;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Scales of grades, and who is and was in which band, over HTTP. */
@Component(service = GradesResource.class)
@JakartarsResource
@Path("/api/v1/grades")
@Produces(MediaType.APPLICATION_JSON)
public final class GradesResource {
    private final Grades grades;
    private final GradeHistory history;
    private final GradeSales sales;

    @Activate
    public GradesResource(@Reference Grades grades, @Reference GradeHistory history, @Reference GradeSales sales) {
        this.grades = grades;
        this.history = history;
        this.sales = sales;
    }

    /** All scales, or the grades of one customer. */
    public record All(List<Object> items) {}

    /** A customer's grade on one scale. */
    public record Standing(String id, String key, String name, String band, String bandName, Instant since) {
        static Standing of(GradeHistory.Standing standing) {
            Scale scale = standing.scale().scale();
            return new Standing(
                    ShortId.format(standing.scale().id()),
                    scale.key(),
                    scale.name(),
                    standing.band(),
                    scale.nameOf(standing.band()),
                    standing.since());
        }
    }

    /** A scale's life, a point for each day. */
    public record Curve(List<GradeHistory.Day> days) {}

    /** What the customers of each band bought, the oldest month first. */
    public record Sales(List<GradeSales.Month> months) {}

    /** The grades of one customer. */
    public record Stays(List<GradeHistory.Stay> items) {}

    @GET
    @Requires(Segments.READ)
    public All list(@QueryParam("customer") @Nullable String customer) {
        if (customer != null) {
            return new All(history.of(CustomerId.of(customer).value()).stream()
                    .<Object>map(Standing::of)
                    .toList());
        }
        return new All(grades.list().stream().<Object>map(ScaleView::of).toList());
    }

    @POST
    @LongRunning
    @Requires(Segments.WRITE)
    public Response add(ScaleBody body) {
        ScaleView added = ScaleView.of(grades.add(body.scale()));
        return Created.at("/api/v1/grades/" + added.id(), added);
    }

    @GET
    @Path("{id}")
    @Requires(Segments.READ)
    public ScaleView get(@PathParam("id") String id) {
        return ScaleView.of(grades.get(ShortId.parse(id)));
    }

    @PUT
    @Path("{id}")
    @LongRunning
    @Requires(Segments.WRITE)
    public ScaleView replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ScaleBody body) {
        return ScaleView.of(grades.replace(ShortId.parse(id), IfMatch.version(ifMatch), body.scale()));
    }

    @DELETE
    @Path("{id}")
    @Requires(Segments.WRITE)
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        grades.remove(ShortId.parse(id), IfMatch.version(ifMatch));
    }

    /** Cuts and grades everybody now. */
    @POST
    @Path("{id}/run")
    @LongRunning
    @Requires(Segments.WRITE)
    public ScaleView run(@PathParam("id") String id) {
        return ScaleView.of(grades.run(ShortId.parse(id)));
    }

    @GET
    @Path("{id}/bands")
    @LongRunning
    @Requires(Segments.READ)
    public GradeHistory.Structure bands(@PathParam("id") String id) {
        return history.structure(ShortId.parse(id));
    }

    @GET
    @Path("{id}/moves")
    @LongRunning
    @Requires(Segments.READ)
    public GradeMoves moves(@PathParam("id") String id, @BeanParam Period period) {
        long known = ShortId.parse(id);
        return GradeMoves.of(
                history.moves(known, period.first(), period.last()), period.earning(() -> history.means(known)));
    }

    @GET
    @Path("{id}/curve")
    @LongRunning
    @Requires(Segments.READ)
    public Curve curve(@PathParam("id") String id) {
        return new Curve(history.curve(ShortId.parse(id)));
    }

    @GET
    @Path("{id}/sales")
    @LongRunning
    @Requires(Segments.READ)
    public Sales sales(@PathParam("id") String id, @QueryParam("months") @Nullable String months) {
        return new Sales(sales.of(ShortId.parse(id), Given.months(months)));
    }

    @GET
    @Path("{id}/customers/{customer}")
    @Requires(Segments.READ)
    public Stays customer(@PathParam("id") String id, @PathParam("customer") String customer) {
        return new Stays(history.of(ShortId.parse(id), CustomerId.of(customer).value()));
    }
}
