package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.rest.Versioned;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.matrix.Axis;
import io.clientele.segmentation.internal.matrix.Matrices;
import io.clientele.segmentation.internal.matrix.Matrix;
import io.clientele.segmentation.internal.matrix.MatrixTable;
import io.clientele.segmentation.internal.numbers.Markov;
import io.clientele.segmentation.internal.store.Segment;
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
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    @Activate
    public MatricesResource(@Reference Matrices matrices) {
        this.matrices = matrices;
    }

    /** An axis as it is sent and answered. */
    public record AxisBody(
            @Nullable String fact,
            @Nullable String method,
            @Nullable Integer parts,
            @Nullable List<Double> cuts,
            @Nullable List<String> labels) {
        Axis axis(String pointer) {
            String code = method == null ? "median" : method;
            Axis.Method known;
            switch (code) {
                case "fixed" -> known = Axis.Method.FIXED;
                case "quantile" -> known = Axis.Method.QUANTILE;
                case "median" -> known = Axis.Method.MEDIAN;
                default ->
                    throw new InvalidInputException(pointer + "/method", "A method is one of fixed, quantile, median");
            }
            List<Double> given = cuts == null ? List.of() : cuts;
            int usual = known == Axis.Method.FIXED ? given.size() + 1 : 2;
            return new Axis(
                    fact == null ? "" : fact,
                    known,
                    parts == null ? usual : parts,
                    known == Axis.Method.FIXED ? given : List.of(),
                    labels == null ? List.of() : labels);
        }

        static AxisBody of(Axis axis) {
            return new AxisBody(
                    axis.fact(),
                    axis.method().name().toLowerCase(Locale.ROOT),
                    axis.parts(),
                    axis.cuts(),
                    axis.labels());
        }
    }

    /** A matrix as it is sent. */
    public record Body(
            @Nullable String name,
            @Nullable String filter,
            @Nullable AxisBody x,
            @Nullable AxisBody y,
            @Nullable String money,
            @Nullable List<Matrix.Text> texts) {
        Matrix matrix() {
            if (x == null || y == null) {
                throw new InvalidInputException(x == null ? "/x" : "/y", "A matrix has two axes");
            }
            return new Matrix(
                    name == null ? "" : name,
                    filter,
                    x.axis("/x"),
                    y.axis("/y"),
                    money,
                    texts == null ? List.of() : texts);
        }
    }

    /** A matrix as it is answered. */
    public record View(
            String id,
            long version,
            String name,
            @Nullable String filter,
            AxisBody x,
            AxisBody y,
            @Nullable String money,
            List<Matrix.Text> texts)
            implements Versioned {
        static View of(Matrices.Kept kept) {
            Matrix matrix = kept.matrix();
            return new View(
                    ShortId.format(kept.id()),
                    kept.version(),
                    matrix.name(),
                    matrix.filter(),
                    AxisBody.of(matrix.x()),
                    AxisBody.of(matrix.y()),
                    matrix.money(),
                    matrix.texts());
        }
    }

    /** All matrices. */
    public record All(List<View> items) {}

    /** The cells in which somebody is. */
    public record Counts(List<MatrixTable.Count> cells) {}

    /** A day on which it was written down who stood where. */
    public record Note(LocalDate day) {}

    /** Those days. */
    public record Notes(List<LocalDate> days) {}

    /**
     * How customers moved between two days: cells are numbered row by row from 1, and 0 is none.
     *
     * @param counts how many went from each cell to each
     * @param probabilities the same as chances for one who stands there
     * @param forecast how many will stand in each cell after as long a time again
     */
    public record Moves(List<List<Long>> counts, List<List<Double>> probabilities, List<Double> forecast) {
        static Moves of(long[][] counts, double[][] probabilities, double[] forecast) {
            return new Moves(
                    Arrays.stream(counts)
                            .map(row -> Arrays.stream(row).boxed().toList())
                            .toList(),
                    Arrays.stream(probabilities)
                            .map(row -> Arrays.stream(row).boxed().toList())
                            .toList(),
                    Arrays.stream(forecast).boxed().toList());
        }
    }

    /** Which cell is to become a segment. */
    public record CellBody(int x, int y, @Nullable String key, @Nullable String name) {}

    /** The segment that a cell became. */
    public record Made(String segment, long size) {}

    @GET
    @Requires(Segments.READ)
    public All list() {
        return new All(matrices.list().stream().map(View::of).toList());
    }

    @POST
    @LongRunning
    @Requires(Segments.WRITE)
    public Response add(Body body) {
        View added = View.of(matrices.add(body.matrix()));
        return Response.created(URI.create("/api/v1/matrices/" + added.id()))
                .entity(added)
                .build();
    }

    @GET
    @Path("{id}")
    @Requires(Segments.READ)
    public View get(@PathParam("id") String id) {
        return View.of(matrices.get(ShortId.parse(id)));
    }

    @PUT
    @Path("{id}")
    @LongRunning
    @Requires(Segments.WRITE)
    public View replace(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        return View.of(matrices.replace(ShortId.parse(id), IfMatch.version(ifMatch), body.matrix()));
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
    public Counts counts(@PathParam("id") String id) {
        return new Counts(matrices.counts(ShortId.parse(id)));
    }

    @POST
    @Path("{id}/segments")
    @LongRunning
    @Requires(Segments.WRITE)
    public Made segment(@PathParam("id") String id, CellBody body) {
        Segment made = matrices.segment(
                ShortId.parse(id),
                new MatrixTable.Place(body.x(), body.y()),
                body.key() == null ? "" : body.key(),
                body.name() == null ? "" : body.name());
        return new Made(ShortId.format(made.id()), made.size());
    }

    @POST
    @Path("{id}/notes")
    @LongRunning
    @Requires(Segments.WRITE)
    public Note note(@PathParam("id") String id) {
        return new Note(matrices.note(ShortId.parse(id)));
    }

    @GET
    @Path("{id}/notes")
    @Requires(Segments.READ)
    public Notes noted(@PathParam("id") String id) {
        return new Notes(matrices.noted(ShortId.parse(id)));
    }

    @GET
    @Path("{id}/moves")
    @Requires(Segments.READ)
    public Moves moves(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        long[][] counts = matrices.moves(ShortId.parse(id), day("from", from), day("to", to));
        double[][] probabilities = Markov.probabilities(counts);
        double[] now = new double[counts.length];
        for (long[] row : counts) {
            for (int i = 0; i < row.length; i++) {
                now[i] += row[i];
            }
        }
        return Moves.of(counts, probabilities, Markov.forecast(probabilities, now, 1));
    }

    private static LocalDate day(String parameter, @Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw new InvalidInputException(parameter, "Name a day, such as 2026-03-01");
        }
    }
}
