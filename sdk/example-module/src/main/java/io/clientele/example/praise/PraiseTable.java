package io.clientele.example.praise;

import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.Merged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on this module's tables; each runs on the connection of the caller's unit of work. */
final class PraiseTable {
    private static final String COLUMNS = "select id, customer_id, words, said_at from praise_entry where ";

    private PraiseTable() {}

    static void insert(Connection connection, Praise praise) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into praise_entry (id, customer_id, words, said_at) values (?, ?, ?, ?)")) {
            insert.setLong(1, praise.id());
            insert.setLong(2, praise.customer().value());
            insert.setString(3, praise.words());
            insert.setObject(4, utc(praise.saidAt()));
            insert.executeUpdate();
        }
    }

    static Optional<Praise> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "id = ?")) {
            select.setLong(1, id);
            return rows(select).stream().findFirst();
        }
    }

    /** The newest of a customer that are older than the one with the id {@code before}. */
    static List<Praise> newest(Connection connection, CustomerId customer, long before, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + "customer_id = ? and id < ? order by id desc fetch first ? rows only")) {
            select.setLong(1, customer.value());
            select.setLong(2, before);
            select.setInt(3, limit);
            return rows(select);
        }
    }

    /** Counts a customer's praise anew. What was counted before makes no difference, nor what was erased since. */
    static void count(Connection connection, long customer) throws SQLException {
        run(connection, "delete from praise_total where customer_id = ?", customer);
        run(
                connection,
                "insert into praise_total (customer_id, praises, last_at)"
                        + " select customer_id, count(*), max(said_at) from praise_entry where customer_id = ? group by customer_id",
                customer);
    }

    /** Gives the survivor of a merge what the other customer said, and notes what that was. */
    static void move(Connection connection, Merged merged) throws SQLException {
        long other = merged.other().value();
        run(
                connection,
                "insert into praise_moved (merge_id, entry_id)"
                        + " select cast(? as bigint), id from praise_entry where customer_id = ?",
                merged.id().value(),
                other);
        run(
                connection,
                "update praise_entry set customer_id = ? where customer_id = ?",
                merged.survivor().value(),
                other);
    }

    /** Gives the other customer back what it said before the merge. */
    static void moveBack(Connection connection, Merged merged) throws SQLException {
        long merge = merged.id().value();
        run(
                connection,
                "update praise_entry set customer_id = ?"
                        + " where id in (select entry_id from praise_moved where merge_id = ?)",
                merged.other().value(),
                merge);
        run(connection, "delete from praise_moved where merge_id = ?", merge);
    }

    /** Deletes all that a customer said. */
    static void delete(Connection connection, CustomerId customer) throws SQLException {
        run(
                connection,
                "delete from praise_moved where entry_id in (select id from praise_entry where customer_id = ?)",
                customer.value());
        run(connection, "delete from praise_entry where customer_id = ?", customer.value());
        run(connection, "delete from praise_total where customer_id = ?", customer.value());
    }

    private static void run(Connection connection, String sql, long... numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < numbers.length; i++) {
                statement.setLong(i + 1, numbers[i]);
            }
            statement.executeUpdate();
        }
    }

    /** All that a customer said, the oldest first. */
    static List<Praise> all(Connection connection, CustomerId customer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "customer_id = ? order by id")) {
            select.setLong(1, customer.value());
            return rows(select);
        }
    }

    static long total(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from praise_entry");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Praise> rows(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Praise> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Praise(
                        row.getLong(1),
                        new CustomerId(row.getLong(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
            }
            return found;
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
