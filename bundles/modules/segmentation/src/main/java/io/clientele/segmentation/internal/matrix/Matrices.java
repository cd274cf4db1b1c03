package io.clientele.segmentation.internal.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.Change;
import io.clientele.facts.FactType;
import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.InvalidInput;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The matrices: who stands in which cell, as far as the caller sees them, and how customers moved between cells. */
@Component(service = Matrices.class)
public final class Matrices {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 100_000;
    private static final int MOST = 200;

    private final Platform platform;
    private final Segments segments;

    /** A matrix as it is kept. */
    public record Kept(long id, long version, Matrix matrix) {}

    @Activate
    public Matrices(@Reference Platform platform, @Reference Segments segments) {
        this.platform = platform;
        this.segments = segments;
    }

    /** Adds a matrix; cut points that follow from the customers are found now. */
    public Kept add(Matrix matrix) {
        platform.callers().require(Segments.WRITE);
        Matrix cut = cut(matrix);
        Kept kept = new Kept(platform.newId(), 1, cut);
        return platform.transactions().write(connection -> {
            if (MatrixTable.all(connection).size() >= MOST) {
                throw new ConflictException("too-many-matrices", "There are " + MOST + " matrices; remove one first");
            }
            MatrixTable.insert(connection, kept.id(), write(cut), platform.now());
            record("MatrixAdded", kept);
            return kept;
        });
    }

    /** Writes {@code matrix} in place of the one that was read in {@code version}; its cut points are found anew. */
    public Kept replace(long id, long version, Matrix matrix) {
        platform.callers().require(Segments.WRITE);
        Matrix cut = cut(matrix);
        return platform.transactions().write(connection -> {
            if (MatrixTable.find(connection, id).isEmpty()) {
                throw absent(id);
            }
            if (!MatrixTable.update(connection, id, version, write(cut))) {
                throw PreconditionException.stale();
            }
            Kept kept = new Kept(id, version + 1, cut);
            record("MatrixChanged", kept);
            return kept;
        });
    }

    /** Removes a matrix and what was written down of it. */
    public void remove(long id, long version) {
        platform.callers().require(Segments.WRITE);
        Kept kept = get(id);
        if (kept.version() != version) {
            throw PreconditionException.stale();
        }
        platform.transactions().write(connection -> {
            MatrixTable.delete(connection, id);
            record("MatrixRemoved", kept);
            return id;
        });
    }

    public Kept get(long id) {
        platform.callers().require(Segments.READ);
        return platform.transactions()
                .read(connection -> MatrixTable.find(connection, id))
                .map(Matrices::read)
                .orElseThrow(() -> absent(id));
    }

    /** All matrices, in the order they were added. */
    public List<Kept> list() {
        platform.callers().require(Segments.READ);
        return platform.transactions().read(MatrixTable::all).stream()
                .map(Matrices::read)
                .toList();
    }

    /** How many customers whom the caller sees stand in each cell, and their money. */
    public List<MatrixTable.Count> counts(long id) {
        Matrix matrix = get(id).matrix();
        Subquery seen = facts(matrix, platform.selections().of(matrix.filter()));
        return platform.transactions().read(connection -> MatrixTable.counts(connection, matrix, seen));
    }

    /** What a customer in each cell whom the caller sees brings on average, by the number of the cell; the first, of none, is 0. */
    public List<Double> means(long id) {
        Matrix matrix = get(id).matrix();
        if (matrix.money() == null) {
            throw new InvalidInputException("discount", "The matrix names no fact that is money");
        }
        Double[] means = new Double[matrix.cells() + 1];
        Arrays.fill(means, 0.0);
        counts(id).forEach(count -> means[matrix.cell(count.x(), count.y())] = count.money() / count.customers());
        return List.of(means);
    }

    /** Writes down who stands where today; once more on the same day takes the place of the first time. */
    public LocalDate note(long id) {
        platform.callers().require(Segments.WRITE);
        Matrix matrix = get(id).matrix();
        LocalDate today = platform.today();
        Subquery all = facts(matrix, platform.everybody(matrix.filter()));
        return platform.transactions().write(connection -> {
            MatrixTable.note(connection, id, today, new MatrixTable.Cells(matrix.sql(), all));
            return today;
        });
    }

    /** The days on which it was written down who stood where. */
    public List<LocalDate> noted(long id) {
        long known = get(id).id();
        return platform.transactions().read(connection -> MatrixTable.noted(connection, known));
    }

    /**
     * How many customers whom the caller sees went from each cell to each between two such days: a row for each cell before and a column for
     * each after, of which the first is for those who stood in none.
     */
    public long[][] moves(long id, LocalDate from, LocalDate to) {
        Matrix matrix = get(id).matrix();
        Subquery seen = platform.selections().of(null).all(platform.now());
        return platform.transactions().read(connection -> {
            List<LocalDate> noted = MatrixTable.noted(connection, id);
            if (!noted.contains(from) || !noted.contains(to)) {
                throw new InvalidInputException("from", "Nothing was written down on that day; there are " + noted);
            }
            MatrixTable.Days days = new MatrixTable.Days(id, from, to);
            return MatrixTable.moves(connection, days, seen, matrix.cells() + 1);
        });
    }

    /** Makes the customers of a cell a segment. */
    public Segment segment(long id, MatrixTable.Place place, String key, String name) {
        Matrix matrix = get(id).matrix();
        boolean inside = place.x() >= 1
                && place.x() <= matrix.x().parts()
                && place.y() >= 1
                && place.y() <= matrix.y().parts();
        if (!inside) {
            throw new InvalidInputException("/x", "There is no such cell");
        }
        String filter = matrix.filter(place.x(), place.y());
        Long owner = platform.callers().current().user().value();
        return segments.add(new Definition(
                key, name, Kind.RULE, filter, "A cell of " + matrix.name(), owner, Definition.Validity.ALWAYS));
    }

    private Matrix cut(Matrix matrix) {
        matrix.check();
        check("/x", matrix.x());
        check("/y", matrix.y());
        Selection everybody = InvalidInput.at("/filter", () -> platform.everybody(matrix.filter()));
        Matrix cut = new Matrix(
                matrix.name(),
                matrix.filter(),
                cut(matrix.x(), everybody),
                cut(matrix.y(), everybody),
                matrix.money(),
                matrix.texts());
        if (write(cut).length() > LONGEST) {
            throw new InvalidInputException("/texts", "All texts and labels together are too long");
        }
        return cut;
    }

    private Axis cut(Axis axis, Selection everybody) {
        if (axis.method() == Axis.Method.FIXED || axis.method() == Axis.Method.VALUES) {
            return axis;
        }
        Subquery values = everybody.with(List.of(axis.fact()), platform.now());
        List<Double> points =
                platform.transactions().read(connection -> MatrixTable.quantiles(connection, values, axis.shares()));
        return axis.cutAt(points);
    }

    private void check(String pointer, Axis axis) {
        boolean text = axis.method() == Axis.Method.VALUES;
        FactType type = text ? FactType.TEXT : FactType.NUMBER;
        boolean known = platform.facts().all().stream()
                .anyMatch(each -> each.name().equals(axis.fact()) && each.type() == type && !each.many());
        if (!known) {
            throw new InvalidInputException(
                    pointer + "/fact",
                    text
                            ? "An axis of values is a fact that is one text of each customer"
                            : "An axis is a fact that is one number of each customer");
        }
        for (int part = 1; text && part <= axis.parts(); part++) {
            String filter = axis.filter(part);
            Selection unused = InvalidInput.at(pointer + "/values", () -> platform.everybody(filter));
        }
    }

    private Subquery facts(Matrix matrix, Selection selection) {
        String money = matrix.money();
        List<String> facts = money == null
                ? List.of(matrix.x().fact(), matrix.y().fact())
                : List.of(matrix.x().fact(), matrix.y().fact(), money);
        return selection.with(facts, platform.now());
    }

    private static Kept read(MatrixTable.Saved saved) {
        try {
            return new Kept(saved.id(), saved.version(), JSON.readValue(saved.definition(), Matrix.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a matrix cannot be read", e);
        }
    }

    private static String write(Matrix matrix) {
        try {
            return JSON.writeValueAsString(matrix);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a matrix is made of plain records", e);
        }
    }

    private static NotFoundException absent(long id) {
        return new NotFoundException("matrix", id < 0 ? "of this id" : ShortId.format(id));
    }

    private void record(String what, Kept kept) {
        platform.audit().record(new Change("segmentation." + what, "matrix", kept.id(), write(kept.matrix())));
    }
}
