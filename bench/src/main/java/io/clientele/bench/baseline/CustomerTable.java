package io.clientele.bench.baseline;

import io.clientele.bench.baseline.Customer.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry's table through hand-written, prepared SQL on one connection. Used by one thread. */
final class CustomerTable {
    private static final String COLUMNS = "id, version, kind, name, name_key, language, time_zone, status, owner_id, "
            + "team_id, city, region, postal_code, country, created_at, updated_at, document";
    private static final String SELECT = "select " + COLUMNS + " from registry_customer ";

    private final PreparedStatement byId;
    private final PreparedStatement byCity;
    private final PreparedStatement byPrefix;
    private final PreparedStatement byThree;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final Connection connection;

    private CustomerTable(Connection connection) throws SQLException {
        this.connection = connection;
        byId = connection.prepareStatement(SELECT + "where id = ?");
        byCity = connection.prepareStatement(SELECT + "where city = ? order by id limit 50");
        byPrefix = connection.prepareStatement(SELECT + "where name_key like ? || '%' order by name_key, id limit 50");
        byThree = connection.prepareStatement(SELECT + "where city = ? and kind = ? and status = ? "
                + "and (owner_id = ? or team_id = any(?)) order by name_key, id limit 50");
        insert = connection.prepareStatement("insert into registry_customer (" + COLUMNS
                + ", search_words) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        update = connection.prepareStatement("update registry_customer set version = version + 1, kind = ?, name = ?, "
                + "name_key = ?, language = ?, time_zone = ?, status = ?, city = ?, region = ?, postal_code = ?, "
                + "country = ?, updated_at = ?, document = ?, search_words = ? where id = ? and version = ? "
                + "returning created_at, owner_id, team_id");
    }

    static CustomerTable open(String url) {
        try {
            return new CustomerTable(DriverManager.getConnection(url, "postgres", ""));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to " + url, e);
        }
    }

    @Nullable
    Customer find(long id) throws SQLException {
        byId.setLong(1, id);
        try (ResultSet rows = byId.executeQuery()) {
            return rows.next() ? customer(rows) : null;
        }
    }

    List<Customer> list(Query query) throws SQLException {
        PreparedStatement statement = bound(query);
        try (ResultSet rows = statement.executeQuery()) {
            List<Customer> customers = new ArrayList<>(50);
            while (rows.next()) {
                customers.add(customer(rows));
            }
            return customers;
        }
    }

    private PreparedStatement bound(Query query) throws SQLException {
        if (!query.teams().isEmpty()) {
            byThree.setString(1, query.city());
            byThree.setString(2, query.kind());
            byThree.setString(3, query.status());
            byThree.setLong(4, query.owner());
            byThree.setArray(5, connection.createArrayOf("bigint", query.teams().toArray()));
            return byThree;
        }
        PreparedStatement statement = query.city().isEmpty() ? byPrefix : byCity;
        statement.setString(1, query.city().isEmpty() ? query.prefix() : query.city());
        return statement;
    }

    /** Adds a row; its answer is kept in it. */
    Answer insert(Customer draft) throws SQLException, IOException {
        Customer c = draft.as(NewIds.next(), 1);
        String json = new String(CustomerJson.write(c), StandardCharsets.UTF_8);
        insert.setLong(1, c.id());
        insert.setLong(2, c.version());
        insert.setString(3, c.kind());
        insert.setString(4, c.name());
        insert.setString(5, c.nameKey());
        insert.setString(6, c.language());
        insert.setString(7, c.timeZone());
        insert.setString(8, c.status());
        insert.setObject(9, c.owner());
        insert.setObject(10, c.team());
        insert.setString(11, c.place().city());
        insert.setString(12, c.place().region());
        insert.setString(13, c.place().postalCode());
        insert.setString(14, c.place().country());
        insert.setObject(15, c.createdAt());
        insert.setObject(16, c.updatedAt());
        insert.setString(17, json);
        insert.setString(18, c.nameKey());
        insert.executeUpdate();
        return new Answer(c.id(), c.version(), json);
    }

    /** Writes over the row of that id and version; null if it has another version or does not exist. */
    @Nullable
    Answer update(Customer before) throws SQLException, IOException {
        Customer c = before.as(before.id(), before.version() + 1);
        String json = new String(CustomerJson.write(c), StandardCharsets.UTF_8);
        update.setString(1, c.kind());
        update.setString(2, c.name());
        update.setString(3, c.nameKey());
        update.setString(4, c.language());
        update.setString(5, c.timeZone());
        update.setString(6, c.status());
        update.setString(7, c.place().city());
        update.setString(8, c.place().region());
        update.setString(9, c.place().postalCode());
        update.setString(10, c.place().country());
        update.setObject(11, c.updatedAt());
        update.setString(12, json);
        update.setString(13, c.nameKey());
        update.setLong(14, c.id());
        update.setLong(15, before.version());
        try (ResultSet rows = update.executeQuery()) {
            return rows.next() ? new Answer(c.id(), c.version(), json) : null;
        }
    }

    /** A customer that was written, as it is answered. */
    record Answer(long id, long version, String json) {}

    private static Customer customer(ResultSet rows) throws SQLException {
        return new Customer(
                rows.getLong(1),
                rows.getLong(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getObject(9, Long.class),
                rows.getObject(10, Long.class),
                new Place(rows.getString(11), rows.getString(12), rows.getString(13), rows.getString(14)),
                rows.getObject(15, OffsetDateTime.class),
                rows.getObject(16, OffsetDateTime.class),
                CustomerJson.lists(rows.getString(17)));
    }
}
