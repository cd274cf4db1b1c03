package io.clientele.segmentation.internal.matrix;

import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
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

/** Who stands in which cell of a matrix, as far as the caller sees them, and how customers moved between cells. */
@Component(service = Placements.class)
public final class Placements {
    private final Platform platform;
    private final Matrices matrices;
    private final Segments segments;

    @Activate
    public Placements(@Reference Platform platform, @Reference Matrices matrices, @Reference Segments segments) {
        this.platform = platform;
        this.matrices = matrices;
        this.segments = segments;
    }

    /** How many customers whom the caller sees stand in each cell, and in none, and their money. */
    public PlaceTable.Counts counts(long id) {
        Matrix matrix = matrices.whole(id).matrix();
        Subquery seen = measured(matrix, platform.selections().of(matrix.filter()));
        return platform.transactions().read(connection -> PlaceTable.counts(connection, matrix, seen));
    }

    /** What a customer in each cell whom the caller sees brings on average, by the number of the cell; the first, of none, is 0. */
    public List<Double> means(long id) {
        Matrix matrix = matrices.whole(id).matrix();
        if (matrix.money() == null) {
            throw new InvalidInputException("discount", "The matrix names no fact that is money");
        }
        Double[] means = new Double[matrix.cells() + 1];
        Arrays.fill(means, 0.0);
        counts(id)
                .cells()
                .forEach(count -> means[matrix.cell(count.x(), count.y())] = count.money() / count.customers());
        return List.of(means);
    }

    /** Writes down who stands where today; once more on the same day takes the place of the first time. */
    public LocalDate note(long id) {
        platform.callers().require(Segments.WRITE);
        Matrix matrix = matrices.whole(id).matrix();
        LocalDate today = platform.today();
        Subquery all = measured(matrix, platform.everybody(matrix.filter()));
        return platform.transactions().write(connection -> {
            PlaceTable.note(connection, id, today, new PlaceTable.Cells(matrix.sql(), all));
            return today;
        });
    }

    /** The days on which it was written down who stood where. */
    public List<LocalDate> noted(long id) {
        long known = matrices.whole(id).id();
        return platform.transactions().read(connection -> PlaceTable.noted(connection, known));
    }

    /**
     * How many customers whom the caller sees went from each cell to each between two such days: a row for each cell before and a column for
     * each after, of which the first is for those who stood in none.
     */
    public long[][] moves(long id, LocalDate from, LocalDate to) {
        Matrix matrix = matrices.whole(id).matrix();
        Subquery seen = platform.selections().of(null).all(platform.now());
        return platform.transactions().read(connection -> {
            List<LocalDate> noted = PlaceTable.noted(connection, id);
            if (!noted.contains(from) || !noted.contains(to)) {
                throw new InvalidInputException("from", "Nothing was written down on that day; there are " + noted);
            }
            PlaceTable.Days days = new PlaceTable.Days(id, from, to);
            return PlaceTable.moves(connection, days, seen, matrix.cells() + 1);
        });
    }

    /** Makes the customers of a cell a segment. */
    public Segment segment(long id, Place place, String key, String name) {
        Matrix matrix = matrices.whole(id).matrix();
        if (!matrix.has(place)) {
            throw new InvalidInputException("/x", "There is no such cell");
        }
        String filter = matrix.filter(place.x(), place.y());
        Long owner = platform.callers().current().user().value();
        return segments.add(new Definition(
                key, name, Kind.RULE, filter, "A cell of " + matrix.name(), owner, Definition.Validity.ALWAYS));
    }

    private Subquery measured(Matrix matrix, Selection selection) {
        return selection.with(matrix.measures(), platform.now());
    }
}
