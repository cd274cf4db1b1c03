package io.clientele.registry.internal.store;

import io.clientele.registry.CustomerId;
import io.clientele.registry.MergeId;
import io.clientele.registry.RelationId;
import io.clientele.registry.internal.store.MergedRows.Pair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Relations that cannot go with a merge: those between the two, and those that the survivor has as well. They are kept, and put back. */
final class MergedRelations {
    private static final String BETWEEN = "(customer_id = ? and other_id = ?) or (customer_id = ? and other_id = ?)";
    private static final String TWICE =
            "(customer_id = ? and exists (select 1 from registry_relation s where s.customer_id = ?"
                    + " and s.kind = r.kind and s.other_id = r.other_id)) or (other_id = ? and exists (select 1 from"
                    + " registry_relation s where s.other_id = ? and s.kind = r.kind and s.customer_id = r.customer_id))";
    private static final String KEEP = "insert into registry_merge_relation (merge_id, relation_id, customer_id, kind,"
            + " other_id) select cast(? as bigint), id, customer_id, kind, other_id from registry_relation r where ";
    private static final String DELETE = "delete from registry_relation where id in"
            + " (select relation_id from registry_merge_relation where merge_id = ?)";
    private static final String KEPT = "select relation_id, customer_id, kind, other_id from registry_merge_relation"
            + " where merge_id = ? order by relation_id";

    private MergedRelations() {}

    static void takeAway(Connection connection, Pair pair) throws SQLException {
        long other = pair.other().value();
        long survivor = pair.survivor().value();
        long merge = pair.merge().value();
        MergedRows.run(connection, KEEP + BETWEEN, merge, other, survivor, survivor, other);
        MergedRows.run(connection, DELETE, merge);
        MergedRows.run(connection, KEEP + TWICE, merge, other, survivor, other, survivor);
        MergedRows.run(connection, DELETE, merge);
    }

    static void putBack(Connection connection, MergeId merge) throws SQLException {
        for (RelationTable.Row row : kept(connection, merge)) {
            Optional<CustomerId> from = end(connection, row.from());
            Optional<CustomerId> to = end(connection, row.to());
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                RelationTable.Row back = new RelationTable.Row(row.id(), from.get(), row.kind(), to.get());
                if (!RelationTable.exists(connection, back)) {
                    RelationTable.insert(connection, List.of(back));
                    note(connection, row.id(), "relations", MergeTable.path(connection, row.from()));
                    note(connection, row.id(), "relatedTo", MergeTable.path(connection, row.to()));
                }
            }
        }
    }

    /** A third customer may have become part of another one since, or have been erased. */
    private static Optional<CustomerId> end(Connection connection, CustomerId customer) throws SQLException {
        CustomerId end = MergeTable.survivor(connection, customer).orElse(customer);
        return ErasureTable.lock(connection, end) ? Optional.of(end) : Optional.empty();
    }

    /** When those merges are undone, the relation goes back along their path. */
    private static void note(Connection connection, RelationId relation, String kind, List<Long> merges)
            throws SQLException {
        for (long merge : merges) {
            String sql = "insert into registry_merge_row (kind, merge_id, row_id) values ('" + kind + "', ?, ?)";
            MergedRows.run(connection, sql, merge, relation.value());
        }
    }

    private static List<RelationTable.Row> kept(Connection connection, MergeId merge) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setLong(1, merge.value());
            List<RelationTable.Row> kept = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    kept.add(new RelationTable.Row(
                            new RelationId(row.getLong(1)),
                            new CustomerId(row.getLong(2)),
                            row.getString(3),
                            new CustomerId(row.getLong(4))));
                }
            }
            return kept;
        }
    }
}
