package io.clientele.segmentation.internal.store;

import io.clientele.facts.Subquery;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Makes the members of a segment those whom a query finds, for any number of customers: sets, no objects. */
public final class Recomputation {
    static final String STAY =
            "insert into segmentation_stay (segment_id, customer_id, since, cause_id, ended_at, end_cause_id) ";
    static final String MEMBER = "insert into segmentation_member (segment_id, customer_id, since, cause_id) ";

    private static final String MEMBERS = "(select customer_id from segmentation_member where segment_id = ?)";

    private final Connection connection;
    private final Dialect dialect;

    public Recomputation(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Moves whoever has to move; those who stay are not touched. */
    public Moves run(long segment, Subquery query, Cause cause) throws SQLException {
        return dialect == Dialect.H2
                ? new EmbeddedMoves(connection, segment, cause).become(query)
                : inOneStatement(segment, query, cause);
    }

    /**
     * All parts see the members as they were before, and the filter is evaluated once. Sets are taken from each other, not looked up one by one: in a
     * table that was empty when it was last looked at, the database would pass all rows that this statement has added for each that it adds.
     */
    private Moves inOneStatement(long segment, Subquery query, Cause cause) throws SQLException {
        String sql = "with found as materialized (" + query.sql() + "), gone as ("
                + "delete from segmentation_member m where m.segment_id = ?"
                + " and not exists (select 1 from found f where f.id = m.customer_id)"
                + " returning m.customer_id, m.since, m.cause_id), " + EndedStays.OF_GONE + ", come as ("
                + MEMBER + "select ?, f.id, ?, ? from (select id from found except"
                + " select customer_id from segmentation_member where segment_id = ?) f returning 1)"
                + " select (select count(*) from come), (select count(*) from gone)";
        OffsetDateTime at = Sql.utc(cause.at());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = query.bind(statement, 1);
            // Who goes, their stays as rows or as blocks, and who comes.
            Object[] values = {
                segment, segment, at, cause.id(), segment, at, cause.id(), segment, at, cause.id(), segment
            };
            for (Object value : values) {
                statement.setObject(next++, value);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Moves(row.getLong(1), row.getLong(2));
            }
        }
    }

    /** Puts whom a query finds in beside those who are; returns how many were not. */
    public long add(long segment, Subquery query, Cause cause) throws SQLException {
        if (dialect == Dialect.H2) {
            return new EmbeddedMoves(connection, segment, cause).add(query);
        }
        String sql = MEMBER + "select ?, f.id, ?, ? from ((" + query.sql() + ") except " + MEMBERS + ") f";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, segment);
            statement.setObject(2, Sql.utc(cause.at()));
            statement.setLong(3, cause.id());
            statement.setLong(query.bind(statement, 4), segment);
            return statement.executeUpdate();
        }
    }

    /** Whom a query finds that are no members, and members whom it does not find; some thousands at most. */
    public List<Long> differences(long segment, Subquery query, int most) throws SQLException {
        String sql = "select id from ((" + query.sql() + ") except " + MEMBERS + ") f union all"
                + " select customer_id from (" + MEMBERS + " except (" + query.sql() + ")) m limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = query.bind(statement, 1);
            statement.setLong(next++, segment);
            statement.setLong(next++, segment);
            next = query.bind(statement, next);
            statement.setInt(next, most);
            return new ArrayList<>(Sql.longs(statement));
        }
    }
}
