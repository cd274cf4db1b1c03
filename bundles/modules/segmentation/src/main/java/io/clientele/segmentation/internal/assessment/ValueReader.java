package io.clientele.segmentation.internal.assessment;

import io.clientele.facts.Subquery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads the values of a fact, or what they come to. */
final class ValueReader {
    private ValueReader() {}

    /** How many values there are, their sum and the sum of their squares. */
    record Moments(long count, double sum, double squares) {
        Moments with(Moments other) {
            return new Moments(count + other.count, sum + other.sum, squares + other.squares);
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double deviation() {
            return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean() * mean()));
        }
    }

    static long count(Connection connection, Subquery customers) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from (" + customers.sql() + ") s")) {
            customers.bind(select, 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static Moments moments(Connection connection, Subquery fact) throws SQLException {
        String value = "cast(s.f1 as double precision)";
        String sql = "select count(s.f1), coalesce(sum(" + value + "), 0), coalesce(sum(" + value + " * " + value
                + "), 0) from (" + fact.sql() + ") s";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            fact.bind(select, 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Moments(row.getLong(1), row.getDouble(2), row.getDouble(3));
            }
        }
    }

    static double[] values(Connection connection, Subquery fact) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select s.f1 from (" + fact.sql() + ") s where s.f1 is not null")) {
            fact.bind(select, 1);
            double[] values = new double[1_000];
            int size = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (size == values.length) {
                        values = Arrays.copyOf(values, 2 * size);
                    }
                    values[size++] = row.getDouble(1);
                }
            }
            return Arrays.copyOf(values, size);
        }
    }
}
