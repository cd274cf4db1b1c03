package io.clientele.registry.internal.store;

import io.clientele.registry.CustomerId;
import io.clientele.registry.RelationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Relations, each recorded once, at the customer it was added to. */
public final class RelationTable {
    private static final String INSERT =
            "insert into registry_relation (id, customer_id, kind, other_id) values (?, ?, ?, ?)";
    private static final String DELETE =
            "delete from registry_relation where id = ? and (customer_id = ? or other_id = ?)";
    private static final String SELECT = "select id, customer_id, kind, other_id from registry_relation where ";
    // Two walks along two indexes; a relation of a customer to itself is refused, so neither finds what the other does.
    private static final String PAGE = "select * from (" + SELECT + "customer_id = ? and id > ? union all " + SELECT
            + "other_id = ? and id > ?) r order by id limit ?";
    private static final String ONE = SELECT + "id = ? and (customer_id = ? or other_id = ?)";
    private static final String EXISTS = SELECT + "customer_id = ? and kind = ? and other_id = ?";

    private RelationTable() {}

    /** A row. */
    public record Row(RelationId id, CustomerId from, String kind, CustomerId to) {}

    public static void insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Row row : rows) {
                insert.setLong(1, row.id().value());
                insert.setLong(2, row.from().value());
                insert.setString(3, row.kind());
                insert.setLong(4, row.to().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Removes a relation of a customer that the caller may see; false if it has none such. */
    public static boolean delete(Connection connection, CustomerId customer, RelationId id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, id.value());
            delete.setLong(2, customer.value());
            delete.setLong(3, customer.value());
            return delete.executeUpdate() == 1;
        }
    }

    /** Relations of a customer that the caller may see, oldest first, after {@code after}. */
    public static List<Row> page(Connection connection, CustomerId customer, long after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, customer.value());
            select.setLong(2, after);
            select.setLong(3, customer.value());
            select.setLong(4, after);
            select.setInt(5, limit);
            return read(select);
        }
    }

    /** Whom a relation of a customer leads to, or comes from. */
    public static Optional<CustomerId> other(Connection connection, CustomerId customer, RelationId id)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setLong(1, id.value());
            select.setLong(2, customer.value());
            select.setLong(3, customer.value());
            return read(select).stream()
                    .map(row -> row.from().equals(customer) ? row.to() : row.from())
                    .findFirst();
        }
    }

    public static boolean exists(Connection connection, Row row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EXISTS)) {
            select.setLong(1, row.from().value());
            select.setString(2, row.kind());
            select.setLong(3, row.to().value());
            return !read(select).isEmpty();
        }
    }

    private static List<Row> read(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Row(
                        new RelationId(row.getLong(1)),
                        new CustomerId(row.getLong(2)),
                        row.getString(3),
                        new CustomerId(row.getLong(4))));
            }
        }
        return found;
    }
}
