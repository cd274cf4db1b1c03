package io.clientele.segmentation.internal.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two facts against each other.
 *
 * @param filter which customers stand in it; null for all
 * @param money a fact that is summed up for each cell, or null
 * @param texts names and play-book of cells; those that are left out have none
 */
public record Matrix(String name, @Nullable String filter, Axis x, Axis y, @Nullable String money, List<Text> texts) {
    private static final int LONGEST = 200;
    private static final int LONGEST_PLAYBOOK = 2_000;

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

    /** Refuses a matrix that makes no sense, with all that is wrong at once. */
    void check() {
        List<Violation> violations = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST) {
            violations.add(new Violation("/name", "A name has 1 to " + LONGEST + " characters"));
        }
        check("/x", x, violations);
        check("/y", y, violations);
        for (Text text : texts) {
            boolean inside = text.x >= 1 && text.x <= x.parts() && text.y >= 1 && text.y <= y.parts();
            if (!inside || text.name.length() > LONGEST || text.playbook.length() > LONGEST_PLAYBOOK) {
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

    /** The number of the cell as SQL, null for customers of whom a fact is not known. */
    String sql() {
        return "((" + y.sql("m.f2") + ") - 1) * " + x.parts() + " + (" + x.sql("m.f1") + ")";
    }

    /** The filter that the customers of a cell meet, and no others. */
    String filter(int ofX, int ofY) {
        String cell = x.filter(ofX) + ";" + y.filter(ofY);
        return filter == null ? cell : "(" + filter + ");" + cell;
    }
}
