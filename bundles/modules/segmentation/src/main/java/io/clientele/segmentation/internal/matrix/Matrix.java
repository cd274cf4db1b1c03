package io.clientele.segmentation.internal.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two facts against each other.
 *
 * @param filter which customers stand in it; null for all
 * @param money a fact that is summed up for each cell, or null
 * @param texts names and play-book of cells; those that are left out have none
 */
public record Matrix(String name, @Nullable String filter, Axis x, Axis y, @Nullable String money, List<Text> texts) {
    /** Which facts of a customer are not known, as SQL: 0 for none of them, 1 for the first, 2 for the second, 3 for both. */
    static final String LACKS = "case when m.f1 is null then 1 else 0 end + case when m.f2 is null then 2 else 0 end";

    static final int LACKS_BOTH = 3;
    private static final int LONGEST = 200;
    private static final int LONGEST_PLAYBOOK = 2_000;

    /** So many observations are relied on by half. */
    private static final int CREDIBILITY = 5;

    public Matrix {
        texts = List.copyOf(texts);
    }

    /**
     * What a cell is called, and what is done there.
     *
     * @param x the class on the first axis, from 1
     * @param y the class on the second axis, from 1
     */
    public record Text(int x, int y, String name, String playbook) {
        public Text {
            name = Objects.requireNonNullElse(name, "");
            playbook = Objects.requireNonNullElse(playbook, "");
        }
    }

    /** The matrix as it is told to those who do not see all customers: without cut points that follow from others. */
    Matrix withoutFoundCuts() {
        return new Matrix(name, filter, x.withoutFoundCuts(), y.withoutFoundCuts(), money, texts);
    }

    /** Whether there is such a cell. */
    boolean has(Place place) {
        return place.x() >= 1 && place.x() <= x.parts() && place.y() >= 1 && place.y() <= y.parts();
    }

    /** Refuses a matrix that makes no sense, with all that is wrong at once. */
    void check() {
        List<Violation> violations = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST) {
            violations.add(new Violation("/name", "A name has 1 to " + LONGEST + " characters"));
        }
        check("/x", x, violations);
        check("/y", y, violations);
        for (Text text : texts) {
            if (!has(new Place(text.x, text.y))
                    || text.name.length() > LONGEST
                    || text.playbook.length() > LONGEST_PLAYBOOK) {
                violations.add(new Violation("/texts", "A text is of a cell, and has a short name and a play-book"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private static void check(String pointer, Axis axis, List<Violation> violations) {
        if (axis.parts() < 2 || axis.parts() > Axis.MOST_PARTS) {
            violations.add(new Violation(pointer + "/parts", "There are 2 to " + Axis.MOST_PARTS + " classes"));
        }
        boolean ascending = true;
        for (int i = 1; i < axis.cuts().size(); i++) {
            ascending &= axis.cuts().get(i - 1) < axis.cuts().get(i);
        }
        boolean given = axis.method() != Axis.Method.FIXED || axis.cuts().size() == axis.parts() - 1;
        boolean finite = axis.cuts().stream().allMatch(cut -> Double.isFinite(cut) && Math.abs(cut) < 1e15);
        if (!ascending || !given || !finite) {
            violations.add(new Violation(
                    pointer + "/cuts", "Fixed cut points ascend and are one less than there are classes"));
        }
        if (!axis.hasGoodValues()) {
            violations.add(new Violation(
                    pointer + "/values", "Name different values, of letters and digits, for the method values only"));
        }
        if (axis.method() == Axis.Method.MEDIAN && axis.parts() != 2) {
            violations.add(new Violation(pointer + "/parts", "The median makes two classes"));
        }
        if (!axis.labels().isEmpty() && axis.labels().size() != axis.parts()) {
            violations.add(new Violation(pointer + "/labels", "Name all classes or none"));
        }
    }

    /** The number of a cell: row by row from the lowest class of both. */
    int cell(int ofX, int ofY) {
        return (ofY - 1) * x.parts() + ofX;
    }

    @JsonIgnore
    int cells() {
        return x.parts() * y.parts();
    }

    /** The cell that has a number; null for 0, and for one that only another shape of the matrix has. */
    @Nullable
    Place place(int cell) {
        return cell < 1 || cell > cells() ? null : new Place((cell - 1) % x.parts() + 1, (cell - 1) / x.parts() + 1);
    }

    /** The number of the cell as SQL, null for customers of whom a fact is not known. */
    String sql() {
        return "((" + y.sql("m.f2") + ") - 1) * " + x.parts() + " + (" + x.sql("m.f1") + ")";
    }

    /** The facts that placing asks for, in the order of the columns {@code f1}, {@code f2} … in which they stand. */
    List<String> measures() {
        return Stream.of(x.fact(), y.fact(), money, x.support(), y.support())
                .filter(Objects::nonNull)
                .toList();
    }

    /** What a customer adds to the money of its cell as SQL; null where that is not known or not asked for. */
    String sum() {
        return money == null ? Axis.NOTHING : "m.f3";
    }

    /**
     * How far the place of a customer can be relied on as SQL: n / (n + 5) of the n observations that it rests on, of two axes of the one with
     * fewer; null if no axis names any.
     */
    String confidence() {
        List<String> counted = new ArrayList<>();
        for (int column = money == null ? 3 : 4; column <= measures().size(); column++) {
            counted.add("cast(case when m.f" + column + " > 0 then m.f" + column + " else 0 end as double precision)");
        }
        if (counted.isEmpty()) {
            return Axis.NOTHING;
        }
        String fewest = counted.size() == 1 ? counted.get(0) : "least(" + String.join(", ", counted) + ")";
        return fewest + " / (" + fewest + " + " + CREDIBILITY + ")";
    }

    /** The filter that the customers of a cell meet, and no others. */
    String filter(int ofX, int ofY) {
        String cell = x.filter(ofX) + ";" + y.filter(ofY);
        return filter == null ? cell : "(" + filter + ");" + cell;
    }
}
