package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.matrix.Borders;
import io.clientele.segmentation.internal.matrix.Place;
import io.clientele.segmentation.internal.matrix.Standing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a customer stands in a cell, as it is answered.
 *
 * @param values what it has of both axes; of an axis of values its class says it
 * @param distance how far the next border is, in standard deviations; null if there is none to measure
 * @param beyond the cell behind that border
 */
public record StandingView(
        String id,
        String name,
        Place cell,
        Values values,
        @Nullable Double money,
        @Nullable Double confidence,
        @Nullable Double distance,
        @Nullable Place beyond) {
    /** Numbers of both axes; null where there is none. */
    public record Values(@Nullable Double x, @Nullable Double y) {
        static Values of(Standing standing) {
            return new Values(standing.x(), standing.y());
        }
    }

    static StandingView of(Standing standing) {
        Standing.Border border = standing.border();
        return new StandingView(
                ShortId.format(standing.id()),
                standing.name(),
                Objects.requireNonNull(standing.place(), "who is listed stands in a cell"),
                Values.of(standing),
                standing.money(),
                standing.confidence(),
                border == null ? null : border.distance(),
                border == null ? null : border.beyond());
    }

    /** A customer in a picture of many. */
    public record Point(String id, String name, Place cell, Values values) {
        static Point of(Standing standing) {
            return new Point(
                    ShortId.format(standing.id()),
                    standing.name(),
                    Objects.requireNonNull(standing.place(), "who is shown stands in a cell"),
                    Values.of(standing));
        }
    }

    /**
     * Where one customer stands and stood.
     *
     * @param status {@code placed}; {@code unknown} if a fact is, of the axes in {@code missing}; {@code elsewhere} if no class is of what it
     *     has; {@code outside} if the matrix is not about it
     * @param way the days that were written down, the oldest first
     */
    public record Course(
            String id,
            String status,
            List<String> missing,
            @Nullable Place cell,
            @Nullable Values values,
            @Nullable Double money,
            @Nullable Double confidence,
            @Nullable Double distance,
            @Nullable Place beyond,
            List<Borders.Stay> way) {
        public Course {
            missing = List.copyOf(missing);
            way = List.copyOf(way);
        }

        static Course of(long id, Borders.Course course) {
            Standing now = course.now();
            Standing.Border border = now == null ? null : now.border();
            return new Course(
                    ShortId.format(id),
                    status(now),
                    now == null ? List.of() : now.missing(),
                    now == null ? null : now.place(),
                    now == null ? null : Values.of(now),
                    now == null ? null : now.money(),
                    now == null ? null : now.confidence(),
                    border == null ? null : border.distance(),
                    border == null ? null : border.beyond(),
                    course.way());
        }

        private static String status(@Nullable Standing now) {
            if (now == null) {
                return "outside";
            }
            if (now.place() != null) {
                return "placed";
            }
            return now.missing().isEmpty() ? "elsewhere" : "unknown";
        }
    }
}
