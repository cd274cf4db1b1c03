package io.clientele.segmentation.internal.matrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One side of a matrix.
 *
 * @param fact a number that each customer has one of; with {@link Method#VALUES} a text
 * @param method how the classes come about
 * @param parts how many classes there are
 * @param cuts where each class but the first begins, ascending; of {@link Method#FIXED} as given, of the others as found last, some of them equal where
 *     many have the same value, so that a class in between is empty; none where nothing was known
 * @param labels names of the classes, the lowest first; may be empty
 * @param values the texts of which each is a class, the lowest first; of {@link Method#VALUES} only
 * @param support a fact that is the number of observations on which the value of a customer rests, or null
 */
public record Axis(
        String fact,
        Method method,
        int parts,
        List<Double> cuts,
        List<String> labels,
        List<String> values,
        // Left out where there is none, so that a version before this one can read it.
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String support) {
    static final int MOST_PARTS = 9;

    /** No number, as SQL. */
    static final String NOTHING = "cast(null as double precision)";

    /** Without quotes and backslashes, so that a value can stand in a filter and in SQL as it is. */
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._+/&-]{1,100}");

    public Axis {
        cuts = List.copyOf(cuts);
        labels = List.copyOf(labels);
        // What was kept before there were values has none.
        values = List.copyOf(Objects.requireNonNullElse(values, List.of()));
    }

    /** An axis of numbers. */
    public Axis(String fact, Method method, int parts, List<Double> cuts, List<String> labels) {
        this(fact, method, parts, cuts, labels, List.of(), null);
    }

    /** Ways to cut. */
    public enum Method {
        /** At points somebody gave. */
        FIXED,
        /** Into parts of equally many customers. */
        QUANTILE,
        /** In the middle: as many below as above. */
        MEDIAN,
        /** A class for each value that somebody named, of a fact that is a text; who has another is in no cell. */
        VALUES
    }

    /** Whether the values, if the method wants any, make classes: different ones of letters and digits. */
    boolean hasGoodValues() {
        return method == Method.VALUES
                ? new HashSet<>(values).size() == parts
                        && values.size() == parts
                        && values.stream()
                                .allMatch(value -> VALUE.matcher(value).matches())
                : values.isEmpty();
    }

    /** The same axis, cut at other points. */
    Axis cutAt(List<Double> points) {
        return new Axis(fact, method, parts, points, labels, values, support);
    }

    /** Whether the cut points follow from the customers. */
    private boolean isFound() {
        return method == Method.QUANTILE || method == Method.MEDIAN;
    }

    /** The axis as it is told to those who do not see all customers. */
    Axis withoutFoundCuts() {
        return isFound() ? cutAt(List.of()) : this;
    }

    /** Where the cut points are among all values, from 0 to 1. */
    List<Double> shares() {
        List<Double> shares = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            shares.add((double) i / parts);
        }
        return shares;
    }

    /** The class of {@code column} as SQL: 1 for the lowest; null stays null. Nothing but numbers of ours and checked values get into the text. */
    String sql(String column) {
        if (method == Method.VALUES) {
            return sqlOfValues(column);
        }
        StringBuilder sql = new StringBuilder("case when ").append(column).append(" is null then null");
        for (int i = 0; i < cuts.size(); i++) {
            sql.append(" when ")
                    .append(column)
                    .append(" < ")
                    .append(plain(cuts.get(i)))
                    .append(" then ")
                    .append(i + 1);
        }
        return sql.append(" else ").append(cuts.size() + 1).append(" end").toString();
    }

    private String sqlOfValues(String column) {
        if (!hasGoodValues()) {
            throw new IllegalStateException("the values of " + fact + " were not checked");
        }
        StringBuilder sql = new StringBuilder("case ").append(column);
        for (int i = 0; i < values.size(); i++) {
            sql.append(" when '").append(values.get(i)).append("' then ").append(i + 1);
        }
        return sql.append(" end").toString();
    }

    /** The filter that the customers of a class meet, and no others. */
    String filter(int part) {
        if (method == Method.VALUES) {
            return fact + "=='" + values.get(part - 1) + "'";
        }
        if (part > cuts.size() + 1) {
            return fact + "=null=true;" + fact + "=null=false";
        }
        List<String> conditions = new ArrayList<>();
        if (part > 1) {
            conditions.add(fact + "=ge=" + plain(cuts.get(part - 2)));
        }
        if (part <= cuts.size()) {
            conditions.add(fact + "=lt=" + plain(cuts.get(part - 1)));
        }
        return conditions.isEmpty() ? fact + "=null=false" : String.join(";", conditions);
    }

    /** What a customer has of this axis as SQL: a number as both databases count with it, null for a text. */
    String number(String column) {
        return method == Method.VALUES ? NOTHING : "cast(" + column + " as double precision)";
    }

    /** How far {@code column} is from the border that is next to it as SQL; null where there is none. */
    String border(String column) {
        if (method == Method.VALUES || cuts.isEmpty()) {
            return NOTHING;
        }
        // The nearest of all cut points is always one of the two at which the class of the value begins and ends.
        String distances = cuts.stream()
                .map(cut -> "abs(" + number(column) + " - cast(" + plain(cut) + " as double precision))")
                .collect(Collectors.joining(", "));
        return cuts.size() == 1 ? distances : "least(" + distances + ")";
    }

    /** The class beyond the border that is next to {@code value}, which stands in {@code part}; of two as near, the one below. None that is empty. */
    int beyond(int part, double value) {
        boolean lowest = part == 1;
        boolean highest = part > cuts.size();
        boolean below = highest || (!lowest && value - cuts.get(part - 2) <= cuts.get(part - 1) - value);
        return below ? cuts.indexOf(cuts.get(part - 2)) + 1 : cuts.lastIndexOf(cuts.get(part - 1)) + 2;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).toPlainString();
    }
}
