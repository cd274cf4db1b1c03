package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Members;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.matrix.Matrices;
import io.clientele.segmentation.internal.matrix.Place;
import io.clientele.segmentation.internal.matrix.PlaceTable;
import io.clientele.segmentation.internal.matrix.Placements;
import io.clientele.segmentation.internal.store.Segment;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Matrices over HTTP. */
@Component(service = MatricesResource.class)
@JakartarsResource
@Path("/api/v1/matrices")
@Produces(MediaType.APPLICATION_JSON)
public final class MatricesResource {
    private final Matrices matrices;
    private final Placements placements;
    private final Members members;

    @Activate
    public MatricesResource(
            @Reference Matrices matrices, @Reference Placements placements, @Reference Members members) {
        this.matrices = matrices;
        this.placements = placements;
        this.members = members;
    }

    /** All matrices. */
    public record All(List<MatrixView> items) {}

    /** A day on which it was written down who stood where. */
    public record Note(LocalDate day) {}

    /** Those days. */
    public record Notes(List<LocalDate> days) {}

    /** Which cell is to become a segment. */
    public record CellBody(int x, int y, @Nullable String key, @Nullable String name) {}

    /** The segment that a cell became, and how many of its members the caller sees. */
    public record Made(String segment, long size) {}

    @GET
    @Requires(Segments.READ)
    public All list() {
        return new All(matrices.list().stream().map(MatrixView::of).toList());
    }

    @POST
    @LongRunning
    @Requires(Segments.WRITE)
    public Response add(MatrixBody body) {
        MatrixView added = MatrixView.of(matrices.add(body.matrix()));
        return Created.at("/api/v1/matrices/" + added.id(), added);
    }

    @GET
    @Path("{id}")
    @Requires(Segments.READ)
    public MatrixView get(@PathParam("id") String id) {
        return MatrixView.of(matrices.get(ShortId.parse(id)));
    }

    @PUT
    @Path("{id}")
    @LongRunning
    @Requires(Segments.WRITE)
    public MatrixView replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, MatrixBody body) {
        return MatrixView.of(matrices.replace(ShortId.parse(id), IfMatch.version(ifMatch), body.matrix()));
    }

    @DELETE
    @Path("{id}")
    @Requires(Segments.WRITE)
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        matrices.remove(ShortId.parse(id), IfMatch.version(ifMatch));
    }

    @GET
    @Path("{id}/cells")
    @Requires(Segments.READ)
    public PlaceTable.Counts counts(@PathParam("id") String id) {
        return placements.counts(ShortId.parse(id));
    }

    @POST
    @Path("{id}/segments")
    @LongRunning
    @Requires(Segments.WRITE)
    public Made segment(@PathParam("id") String id, CellBody body) {
        Segment made = placements.segment(
                ShortId.parse(id),
                new Place(body.x(), body.y()),
                body.key() == null ? "" : body.key(),
                body.name() == null ? "" : body.name());
        return new Made(ShortId.format(made.id()), members.visible(made));
    }

    @POST
    @Path("{id}/notes")
    @LongRunning
    @Requires(Segments.WRITE)
    public Note note(@PathParam("id") String id) {
        return new Note(placements.note(ShortId.parse(id)));
    }

    @GET
    @Path("{id}/notes")
    @Requires(Segments.READ)
    public Notes noted(@PathParam("id") String id) {
        return new Notes(placements.noted(ShortId.parse(id)));
    }

    @GET
    @Path("{id}/moves")
    @Requires(Segments.READ)
    public MatrixMoves moves(@PathParam("id") String id, @BeanParam Period period) {
        long known = ShortId.parse(id);
        return MatrixMoves.of(
                placements.moves(known, period.first(), period.last()), period.earning(() -> placements.means(known)));
    }
}
