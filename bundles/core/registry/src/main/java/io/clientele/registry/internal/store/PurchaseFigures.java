package io.clientele.registry.internal.store;

import io.clientele.persistence.Dialect;
import io.clientele.registry.PurchaseHistory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Purchases without their lines: who, when, how much. */
public final class PurchaseFigures {
    private static final int FIRST_CAPACITY = 1_000;
    private static final int NEWEST = 10_000;

    private final String select;

    /** Purchases in columns, for one thread. */
    public static final class Batch {
        private long[] customers = new long[FIRST_CAPACITY];
        private int[] days = new int[FIRST_CAPACITY];
        private BigDecimal[] amounts = new BigDecimal[FIRST_CAPACITY];
        private String[] currencies = new String[FIRST_CAPACITY];
        private int size;
        private long last;

        public int size() {
            return size;
        }

        /** The id of the last. */
        public long last() {
            return last;
        }

        public void handTo(PurchaseHistory.Sink sink) {
            for (int i = 0; i < size; i++) {
                sink.take(customers[i], days[i], amounts[i], currencies[i]);
            }
        }

        private void add(ResultSet row) throws SQLException {
            if (size == customers.length) {
                grow(2 * size);
            }
            last = row.getLong(1);
            customers[size] = row.getLong(2);
            days[size] = row.getInt(3);
            amounts[size] = row.getBigDecimal(4);
            currencies[size] = shared(row.getString(5));
            size++;
        }

        /** Most purchases are of the currency of the one before. */
        private String shared(String currency) {
            return size > 0 && currency.equals(currencies[size - 1]) ? currencies[size - 1] : currency.intern();
        }

        private void grow(int capacity) {
            customers = Arrays.copyOf(customers, capacity);
            days = Arrays.copyOf(days, capacity);
            amounts = Arrays.copyOf(amounts, capacity);
            currencies = Arrays.copyOf(currencies, capacity);
        }
    }

    public PurchaseFigures(Dialect dialect) {
        // A scalar subquery, so that no planner ever joins the whole table for the few that are returns.
        String day = "case when p.return_of is null then p.purchased_on else coalesce("
                + "(select o.purchased_on from registry_purchase o where o.id = p.return_of), p.purchased_on) end";
        String number = dialect == Dialect.H2
                ? "datediff(day, date '1970-01-01', " + day + ")"
                : "(" + day + ") - date '1970-01-01'";
        select = "select p.id, p.customer_id, " + number + ", p.amount, p.currency from registry_purchase p where ";
    }

    /** The next purchases after the one with the id {@code after}, in the order of ids. */
    public Batch after(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select + "p.id > ? order by p.id limit ?")) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    /** All purchases of these customers. */
    public Batch of(Connection connection, Collection<Long> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select + "p.customer_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", customers.toArray()));
            return read(statement);
        }
    }

    /** The currency that most of the newest purchases are in. */
    public static Optional<String> usualCurrency(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select currency from"
                        + " (select currency from registry_purchase order by id desc limit " + NEWEST + ") p"
                        + " group by currency order by count(*) desc, currency limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static Batch read(PreparedStatement statement) throws SQLException {
        Batch batch = new Batch();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                batch.add(row);
            }
        }
        return batch;
    }
}
