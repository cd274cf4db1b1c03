package io.clientele.bench.scenario;

import io.clientele.bench.server.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Plain SQL beside the product's tables, in its database. */
final class PlainPostgres implements PlainTable {
    private final Postgres postgres;
    private final Connection connection;

    PlainPostgres(Postgres postgres, String database) throws SQLException {
        this.postgres = postgres;
        this.connection = postgres.connect(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bench_member (like segmentation_member including indexes)");
        }
        connection.setAutoCommit(false);
    }

    @Override
    public String where() {
        return "PostgreSQL";
    }

    @Override
    public String nameAt(double share) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select percentile_disc(?) within group (order by name_key) from registry_customer")) {
            select.setDouble(1, share);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Override
    public void fill(Names first) throws SQLException {
        insert(first);
        connection.commit();
    }

    @Override
    public void move(Names to) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from bench_member m where not exists"
                        + " (select 1 from registry_customer c where c.id = m.customer_id and name_key >= ? and name_key < ?)")) {
            delete.setString(1, to.from());
            delete.setString(2, to.to());
            delete.executeUpdate();
        }
        insert(to);
        connection.commit();
    }

    private void insert(Names to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bench_member (segment_id, customer_id, since, cause_id) select 1, c.id, now(), 1"
                        + " from registry_customer c where c.name_key >= ? and c.name_key < ?"
                        + " and not exists (select 1 from bench_member m where m.segment_id = 1 and m.customer_id = c.id)")) {
            insert.setString(1, to.from());
            insert.setString(2, to.to());
            insert.executeUpdate();
        }
    }

    @Override
    public long cpuNanos() {
        return postgres.tree().cpuNanos();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
