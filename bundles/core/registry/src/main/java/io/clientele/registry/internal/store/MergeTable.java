package io.clientele.registry.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.UserId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Merge;
import io.clientele.registry.MergeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which customers are part of which, and what they were before. */
public final class MergeTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final String COLUMNS = "id, survivor_id, other_id, other_name, merged_by, merged_at, moved,"
            + " survivor_before, survivor_after, other_before";
    private static final String INSERT =
            "insert into registry_merge (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PAGE =
            "select " + COLUMNS + " from registry_merge where survivor_id = ? and id < ? order by id desc limit ?";
    private static final String OF_OTHER = "select id, survivor_id from registry_merge where other_id = ?";

    private MergeTable() {}

    public static void insert(Connection connection, StoredMerge stored) throws SQLException {
        Merge merge = stored.merge();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, merge.id().value());
            insert.setLong(2, merge.survivor().value());
            insert.setLong(3, merge.other().value());
            insert.setString(4, merge.otherName());
            insert.setLong(5, merge.mergedBy().value());
            CustomerTable.instant(insert, 6, merge.mergedAt());
            insert.setString(7, json(merge.moved()));
            insert.setString(8, stored.images().before().document());
            insert.setString(9, stored.images().after().document());
            insert.setString(10, stored.images().other().document());
            insert.executeUpdate();
        }
    }

    /** The merges into a customer, the newest first, before the one with the id {@code before}. */
    public static List<StoredMerge> newest(Connection connection, CustomerId survivor, long before, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, survivor.value());
            select.setLong(2, before);
            select.setInt(3, limit);
            List<StoredMerge> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        }
    }

    private static StoredMerge read(ResultSet row) throws SQLException {
        Merge merge = new Merge(
                new MergeId(row.getLong(1)),
                new CustomerId(row.getLong(2)),
                new CustomerId(row.getLong(3)),
                row.getString(4),
                new UserId(row.getLong(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                counts(row.getString(7)));
        return new StoredMerge(
                merge,
                new StoredMerge.Images(
                        CustomerRow.of(row.getString(8)),
                        CustomerRow.of(row.getString(9)),
                        CustomerRow.of(row.getString(10))));
    }

    /** The customer that a former one is part of by now, over all merges that followed; empty if it is part of none. */
    public static Optional<CustomerId> survivor(Connection connection, CustomerId former) throws SQLException {
        CustomerId end = former;
        for (Link link = link(connection, end); link != null; link = link(connection, end)) {
            end = link.survivor;
        }
        return end.equals(former) ? Optional.empty() : Optional.of(end);
    }

    /** The merges that lead from a former customer to the one that it is part of by now. */
    static List<Long> path(Connection connection, CustomerId former) throws SQLException {
        List<Long> path = new ArrayList<>();
        for (Link link = link(connection, former); link != null; link = link(connection, link.survivor)) {
            path.add(link.merge);
        }
        return path;
    }

    private record Link(long merge, CustomerId survivor) {}

    private static @Nullable Link link(Connection connection, CustomerId former) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_OTHER)) {
            select.setLong(1, former.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Link(row.getLong(1), new CustomerId(row.getLong(2))) : null;
            }
        }
    }

    /** Everything that is part of a customer by now, also by way of others. */
    public static List<StoredMerge> all(Connection connection, CustomerId survivor) throws SQLException {
        List<StoredMerge> all = new ArrayList<>(newest(connection, survivor, Long.MAX_VALUE, Integer.MAX_VALUE));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(newest(connection, all.get(i).merge().other(), Long.MAX_VALUE, Integer.MAX_VALUE));
        }
        return all;
    }

    /** The other customer is none of the survivor's any more: its id no longer leads there. */
    public static void unlink(Connection connection, MergeId merge) throws SQLException {
        MergedRows.run(connection, "delete from registry_merge where id = ?", merge.value());
    }

    /** Forgets what was noted of a merge. */
    public static void forget(Connection connection, MergeId merge) throws SQLException {
        MergedRows.run(connection, "delete from registry_merge_row where merge_id = ?", merge.value());
        MergedRows.run(connection, "delete from registry_merge_relation where merge_id = ?", merge.value());
    }

    /** Counts as they stand in the table and in the audit. */
    public static String json(Map<String, Integer> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can be written", e);
        }
    }

    private static Map<String, Integer> counts(String json) {
        try {
            return JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("was written by us", e);
        }
    }
}
