package io.clientele.modules.internal.store;

import io.clientele.modules.ChangeKind;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleChange.Outcome;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal of changes. */
public final class ChangeTable {
    private static final String COLUMNS =
            "id, module, kind, from_version, from_sha256, to_version, to_sha256, step, outcome,"
                    + " started_by, started_at, ended_at, detail, away_millis";
    private static final int LONGEST_DETAIL = 4000;
    private static final int NEWEST = 200;
    private final Transactions transactions;

    public ChangeTable(Transactions transactions) {
        this.transactions = transactions;
    }

    public void add(StoredChange stored) {
        ModuleChange change = stored.change();
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into modules_change (" + COLUMNS
                    + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, 0)")) {
                insert.setLong(1, change.id());
                insert.setString(2, change.module());
                insert.setString(3, change.kind().name());
                insert.setString(4, change.from());
                insert.setString(5, stored.fromSha256());
                insert.setString(6, change.to());
                insert.setString(7, stored.toSha256());
                insert.setString(8, Step.PREPARED.label());
                insert.setString(9, Outcome.RUNNING.name());
                insert.setString(10, change.by());
                insert.setObject(11, change.at().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /** Writes down the step that is taken next. */
    public void step(long id, Step step) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update modules_change set step = ? where id = ?")) {
                update.setString(1, step.label());
                update.setLong(2, id);
                return update.executeUpdate();
            }
        });
    }

    /** How a change ended. */
    public record End(Outcome outcome, @Nullable String detail, long awayMillis, Instant at) {}

    public void end(long id, End end) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update modules_change set outcome = ?, detail = ?, away_millis = ?, ended_at = ?,"
                            + " step = case when ? = 'DONE' then 'done' else step end where id = ?")) {
                update.setString(1, end.outcome().name());
                update.setString(2, ModuleTable.cut(end.detail(), LONGEST_DETAIL));
                update.setLong(3, end.awayMillis());
                update.setObject(4, end.at().atOffset(ZoneOffset.UTC));
                update.setString(5, end.outcome().name());
                update.setLong(6, id);
                return update.executeUpdate();
            }
        });
    }

    /** The newest first. */
    public List<ModuleChange> newest() {
        return transactions.read(connection -> select(connection, "order by id desc limit " + NEWEST).stream()
                .map(StoredChange::change)
                .toList());
    }

    /** One change, which must be there. */
    public ModuleChange get(long id) {
        return transactions
                .read(connection -> select(connection, "where id = " + id))
                .get(0)
                .change();
    }

    /** Those that were cut off, or run at the moment. */
    public List<StoredChange> unfinished() {
        return transactions.read(connection -> select(connection, "where outcome = 'RUNNING' order by id"));
    }

    private static List<StoredChange> select(Connection connection, String rest) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select " + COLUMNS + " from modules_change " + rest);
                ResultSet rows = select.executeQuery()) {
            List<StoredChange> found = new ArrayList<>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        }
    }

    private static StoredChange read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        ModuleChange change = new ModuleChange(
                row.getLong("id"),
                row.getString("module"),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("from_version"),
                row.getString("to_version"),
                row.getString("step"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("detail"),
                row.getLong("away_millis"));
        return new StoredChange(change, row.getString("from_sha256"), row.getString("to_sha256"));
    }
}
