package io.clientele.segmentation.internal.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a matrix.
 *
 * @param fact a number that each customer has one of
 * @param method how the cut points come about
 * @param parts how many classes there are
 * @param cuts where each class but the first begins, ascending; of {@link Method#FIXED} as given, of the others as found last
 * @param labels names of the classes, the lowest first; may be empty
 */
public record Axis(String fact, Method method, int parts, List<Double> cuts, List<String> labels) {
    static final int MOST_PARTS = 9;

    public Axis {
        cuts = List.copyOf(cuts);
        labels = List.copyOf(labels);
    }

    /** Ways to cut. */
    public enum Method {
        /** At points somebody gave. */
        FIXED,
        /** Into parts of equally many customers. */
        QUANTILE,
        /** In the middle: as many below as above. */
        MEDIAN
    }

    /** The same axis, cut at other points. */
    Axis cutAt(List<Double> points) {
        return new Axis(fact, method, parts, points, labels);
    }

    /** Where the cut points are among all values, from 0 to 1. */
    List<Double> shares() {
        List<Double> shares = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            shares.add((double) i / parts);
        }
        return shares;
    }

    /** The class of {@code column} as SQL: 1 for the lowest; null stays null. Nothing but numbers of ours gets into the text. */
    String sql(String column) {
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

    /** The filter that the customers of a class meet, and no others. */
    String filter(int part) {
        List<String> conditions = new ArrayList<>();
        if (part > 1) {
            conditions.add(fact + "=ge=" + plain(cuts.get(part - 2)));
        }
        if (part <= cuts.size()) {
            conditions.add(fact + "=lt=" + plain(cuts.get(part - 1)));
        }
        return conditions.isEmpty() ? fact + "=null=false" : String.join(";", conditions);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).toPlainString();
    }
}
