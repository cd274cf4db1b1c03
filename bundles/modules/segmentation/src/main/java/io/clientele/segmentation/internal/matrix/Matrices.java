package io.clientele.segmentation.internal.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import io.clientele.segmentation.internal.Json;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The matrices as they are defined and kept; who stands where in them tell {@link Placements}. */
@Component(service = Matrices.class)
public final class Matrices {
    private static final int LONGEST = 100_000;
    private static final int MOST = 200;

    private final Platform platform;

    /** A matrix as it is kept. To those who do not see all customers it is told without cut points that were found. */
    public record Kept(long id, long version, Matrix matrix) {}

    @Activate
    public Matrices(@Reference Platform platform) {
        this.platform = platform;
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
            return told(kept);
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
            return told(kept);
        });
    }

    /** Removes a matrix and what was written down of it. */
    public void remove(long id, long version) {
        platform.callers().require(Segments.WRITE);
        Kept kept = whole(id);
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
        return told(whole(id));
    }

    private Kept told(Kept kept) {
        return platform.seesAll()
                ? kept
                : new Kept(kept.id(), kept.version(), kept.matrix().withoutFoundCuts());
    }

    /** The matrix with all cut points, to place customers by. */
    Kept whole(long id) {
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
                .map(this::told)
                .toList();
    }

    private Matrix cut(Matrix matrix) {
        matrix.check();
        check("/x", matrix.x());
        check("/y", matrix.y());
        String support = "Support is a fact that is one number of each customer, of observations";
        checkNumber("/x/support", matrix.x().support(), support);
        checkNumber("/y/support", matrix.y().support(), support);
        checkNumber("/money", matrix.money(), "Money is a fact that is one number of each customer");
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
        if (!isOne(axis.fact(), text ? FactType.TEXT : FactType.NUMBER)) {
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

    private void checkNumber(String pointer, @Nullable String fact, String fault) {
        if (fact != null && !isOne(fact, FactType.NUMBER)) {
            throw new InvalidInputException(pointer, fault);
        }
    }

    /** Whether there is such a fact, of which a customer has one at most. */
    private boolean isOne(String fact, FactType type) {
        return platform.facts().all().stream()
                .anyMatch(each -> each.name().equals(fact) && each.type() == type && !each.many());
    }

    private static Kept read(MatrixTable.Saved saved) {
        try {
            return new Kept(saved.id(), saved.version(), Json.MAPPER.readValue(saved.definition(), Matrix.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a matrix cannot be read", e);
        }
    }

    private static String write(Matrix matrix) {
        try {
            return Json.MAPPER.writeValueAsString(matrix);
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
