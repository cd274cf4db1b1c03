package io.clientele.registry.internal.store;

import io.clientele.kernel.PreconditionException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.MergeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What belongs to a customer goes to another one with its rows, and comes back by what was noted of them. Whoever calls this holds both customers. */
public final class MergedRows {
    private static final List<Kind> KINDS = List.of(
            new Kind("interactions", "registry_interaction", "customer_id"),
            new Kind("purchases", "registry_purchase", "customer_id"),
            new Kind("consents", "registry_consent_entry", "customer_id"),
            new Kind("relations", "registry_relation", "customer_id"),
            new Kind("relatedTo", "registry_relation", "other_id"));
    private static final String OF_MERGE =
            " in (select row_id from registry_merge_row where merge_id = ? and kind = ?)";
    private static final String RETURNS =
            "update registry_purchase set customer_id = ? where customer_id = ?" + " and return_of" + OF_MERGE;
    private static final String LAST_CONTACT = "(select max(occurred_at) from registry_interaction where customer_id"
            + " = c.id and kind not in ('note', 'task'))";
    private static final String RECOUNT = "insert into registry_activity (customer_id, last_contact, interactions,"
            + " purchases, first_purchase, last_purchase) select c.id, " + LAST_CONTACT + ", i.number, p.number,"
            + " p.earliest, p.latest from registry_customer c, (select count(*) as number from registry_interaction"
            + " where customer_id = ?) i, (select count(*) as number, min(purchased_on) as earliest,"
            + " max(purchased_on) as latest from registry_purchase where customer_id = ? and return_of is null"
            + " and amount >= 0) p where c.id = ? and i.number + p.number > 0";

    private MergedRows() {}

    /** Rows that name a customer in a column. */
    private record Kind(String name, String table, String column) {}

    /** The two customers of a merge. */
    public record Pair(MergeId merge, CustomerId survivor, CustomerId other) {}

    /** How many rows of each kind name a customer. */
    public static Map<String, Integer> count(Connection connection, CustomerId customer) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            String sql = "select count(*) from " + kind.table + " where " + kind.column + " = ?";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, customer.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    add(counts, kind, row.getInt(1));
                }
            }
        }
        return counts;
    }

    /** Both ends of relations are one figure. */
    private static void add(Map<String, Integer> counts, Kind kind, int number) {
        counts.merge(kind.name.equals("relatedTo") ? "relations" : kind.name, number, Integer::sum);
    }

    /** Gives the other's rows to the survivor and notes which they were. */
    public static Map<String, Integer> move(Connection connection, Pair pair) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        MergedRelations.takeAway(connection, pair);
        for (Kind kind : KINDS) {
            String note = "insert into registry_merge_row (merge_id, kind, row_id) select cast(? as bigint), '"
                    + kind.name + "', id from " + kind.table + " where " + kind.column + " = ?";
            run(connection, note, pair.merge.value(), pair.other.value());
            String move = "update " + kind.table + " set " + kind.column + " = ? where " + kind.column + " = ?";
            add(counts, kind, run(connection, move, pair.survivor.value(), pair.other.value()));
        }
        return counts;
    }

    /** Removes what is left of the other customer once its rows are gone; fails if it is not of that version any more. */
    public static void detach(Connection connection, CustomerRow other) throws SQLException {
        for (String table : List.of("registry_key", "registry_identifier", "registry_activity", "registry_consent")) {
            run(connection, "delete from " + table + " where customer_id = ?", other.id());
        }
        String delete = "delete from registry_customer where id = ? and version = ?";
        if (run(connection, delete, other.id(), other.version()) != 1) {
            throw PreconditionException.stale();
        }
    }

    /** Gives back what came by the merge and is still there. The other customer is there again. */
    public static void giveBack(Connection connection, Pair pair) throws SQLException {
        run(connection, RETURNS, pair, "purchases");
        for (Kind kind : KINDS) {
            String sql = "update " + kind.table + " set " + kind.column + " = ? where " + kind.column + " = ? and id"
                    + OF_MERGE;
            run(connection, sql, pair, kind.name);
        }
        MergedRelations.putBack(connection, pair.merge);
    }

    /** Counts timeline and purchases of a customer anew, and what counts of its consents. */
    public static void recount(Connection connection, CustomerId customer) throws SQLException {
        long id = customer.value();
        run(connection, "delete from registry_activity where customer_id = ?", id);
        run(connection, RECOUNT, id, id, id);
        ConsentTable.count(connection, customer);
    }

    private static void run(Connection connection, String sql, Pair pair, String kind) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, pair.other.value());
            update.setLong(2, pair.survivor.value());
            update.setLong(3, pair.merge.value());
            update.setString(4, kind);
            update.executeUpdate();
        }
    }

    static int run(Connection connection, String sql, long... numbers) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < numbers.length; i++) {
                update.setLong(i + 1, numbers[i]);
            }
            return update.executeUpdate();
        }
    }
}
