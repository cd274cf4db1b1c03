package io.clientele.segmentation.internal.matrix;

import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.Members;
import io.clientele.segmentation.internal.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Single customers in a matrix, as far as the caller sees them: how far each is from the next border, and which way it came. */
@Component(service = Borders.class)
public final class Borders {
    private static final String NAME = "name.written";
    private static final int SAMPLE = 400;

    private final Platform platform;
    private final Matrices matrices;

    /**
     * Which customers to tell.
     *
     * @param x only those of this class of the first axis, or null for all
     * @param y only those of this class of the second axis, or null for all
     */
    public record Wanted(@Nullable Integer x, @Nullable Integer y, int limit, @Nullable String cursor) {}

    /**
     * Where one customer stands and stood.
     *
     * @param now null if the matrix is not about it
     * @param way the days that were written down, the oldest first
     */
    public record Course(@Nullable Standing now, List<Stay> way) {
        public Course {
            way = List.copyOf(way);
        }
    }

    /** The cell in which a customer stood on a day; null for none. */
    public record Stay(LocalDate day, @Nullable Place cell) {}

    @Activate
    public Borders(@Reference Platform platform, @Reference Matrices matrices) {
        this.platform = platform;
        this.matrices = matrices;
    }

    /** Those who stand in a cell, whoever is nearest to one of its borders first. */
    public Page<Standing> nearest(long id, Wanted wanted) {
        Matrix matrix = matrices.whole(id).matrix();
        check("x", wanted.x, matrix.x());
        check("y", wanted.y, matrix.y());
        BorderTable.Last last = wanted.cursor == null ? null : BorderCursor.read(wanted.cursor);
        BorderTable.Part part = new BorderTable.Part(wanted.x, wanted.y, last, wanted.limit + 1);
        Subquery customers = seen(matrix);
        Subquery all = seen(matrix);
        List<BorderTable.Found> found =
                platform.transactions().read(connection -> table(matrix).nearest(connection, customers, all, part));
        boolean more = found.size() > wanted.limit;
        List<BorderTable.Found> items = more ? found.subList(0, wanted.limit) : found;
        String next = more ? BorderCursor.write(items.get(wanted.limit - 1).here()) : null;
        return new Page<>(items.stream().map(BorderTable.Found::standing).toList(), next, null);
    }

    private static void check(String parameter, @Nullable Integer part, Axis axis) {
        if (part != null && (part < 1 || part > axis.parts())) {
            throw new InvalidInputException(parameter, "There are the classes 1 to " + axis.parts());
        }
    }

    /** Some of those who stand in a cell, spread over all of them, the same each time; how far they are from a border is not told. */
    public List<Standing> sample(long id) {
        Matrix matrix = matrices.whole(id).matrix();
        Subquery customers = seen(matrix);
        return platform.transactions().read(connection -> table(matrix).sample(connection, customers, SAMPLE)).stream()
                .map(BorderTable.Found::standing)
                .toList();
    }

    /** Where a customer stands and stood. One whom the caller does not see is absent. */
    public Course course(long id, long customer) {
        Matrix matrix = matrices.whole(id).matrix();
        if (platform.customers().find(customer, Members.NAMED).isEmpty()) {
            throw new NotFoundException("customer", ShortId.format(customer));
        }
        Subquery one =
                platform.selections().of(matrix.filter()).with(List.of(customer), measures(matrix), platform.now());
        Subquery all = seen(matrix);
        return platform.transactions().read(connection -> {
            List<BorderTable.Found> found = table(matrix).of(connection, one, all);
            List<Stay> way = new ArrayList<>();
            for (PlaceTable.Stay stay : PlaceTable.way(connection, id, customer)) {
                way.add(new Stay(stay.day(), matrix.place(stay.cell())));
            }
            return new Course(found.isEmpty() ? null : found.get(0).standing(), way);
        });
    }

    /** How far a border is would tell where it is. */
    private BorderTable table(Matrix matrix) {
        return new BorderTable(matrix, platform.seesAll() ? matrix : matrix.withoutFoundCuts());
    }

    private Subquery seen(Matrix matrix) {
        return platform.selections().of(matrix.filter()).with(measures(matrix), platform.now());
    }

    private static List<String> measures(Matrix matrix) {
        return Stream.concat(matrix.measures().stream(), Stream.of(NAME)).toList();
    }
}
