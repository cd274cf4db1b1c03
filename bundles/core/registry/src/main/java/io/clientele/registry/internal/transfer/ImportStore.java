package io.clientele.registry.internal.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.Audit;
import io.clientele.access.Change;
import io.clientele.access.UserId;
import io.clientele.persistence.Transactions;
import io.clientele.registry.internal.transfer.StoredImport.Origin;
import io.clientele.registry.internal.transfer.StoredImport.Standing;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of imports. The database's clock decides which runs are dead. */
final class ImportStore {
    private static final String SELECT =
            """
            select i.*, case when beat_at < current_timestamp - interval '30' second then 1 else 0 end as silent
            from registry_import i where\s""";

    private static final String COUNTS =
            """
            rows_done = ?, rows_added = ?, rows_updated = ?, rows_unchanged = ?, rows_failed = ?, customers_added = ?, read_bytes = ?,
            error_bytes = ?""";

    private final Transactions transactions;
    private final Audit audit;
    private final ObjectMapper json = new ObjectMapper();

    ImportStore(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    void add(long id, Origin origin, ImportSettings settings) {
        String sql =
                """
                insert into registry_import (id, kind, name, created_by, created_at, file_bytes, file_lines, settings, state, dry_run,
                    rows_done, rows_added, rows_updated, rows_unchanged, rows_failed, customers_added, read_bytes, error_bytes, claim,
                    beat_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'UPLOADED', false, 0, 0, 0, 0, 0, 0, 0, 0, 0, current_timestamp)""";
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setLong(1, id);
                insert.setString(2, origin.kind().name());
                insert.setString(3, origin.name());
                insert.setLong(4, origin.createdBy().value());
                insert.setObject(5, origin.createdAt().atOffset(ZoneOffset.UTC));
                insert.setLong(6, origin.bytes());
                insert.setLong(7, origin.lines());
                insert.setString(8, write(settings));
                return insert.executeUpdate();
            }
        });
    }

    Optional<StoredImport> find(long id) {
        return select("id = ?", id).stream().findFirst();
    }

    /** The newest of one user. */
    List<StoredImport> newest(UserId creator) {
        return select("created_by = ? order by id desc limit 50", creator.value());
    }

    private List<StoredImport> select(String condition, long parameter) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
                select.setLong(1, parameter);
                try (ResultSet rows = select.executeQuery()) {
                    List<StoredImport> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(read(rows));
                    }
                    return found;
                }
            }
        });
    }

    private StoredImport read(ResultSet row) throws SQLException {
        Origin origin = new Origin(
                ImportKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                new UserId(row.getLong("created_by")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("file_bytes"),
                row.getLong("file_lines"));
        Standing standing = new Standing(
                ImportState.valueOf(row.getString("state")),
                row.getBoolean("dry_run"),
                row.getString("fault"),
                row.getLong("claim"),
                row.getInt("silent") == 1);
        Progress progress = new Progress(
                row.getLong("rows_done"),
                row.getLong("rows_added"),
                row.getLong("rows_updated"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_failed"),
                row.getLong("customers_added"),
                row.getLong("read_bytes"),
                row.getLong("error_bytes"));
        try {
            ImportSettings settings = json.readValue(row.getString("settings"), ImportSettings.class);
            return new StoredImport(row.getLong("id"), origin, settings, standing, progress);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the settings of an import are unreadable", e);
        }
    }

    private String write(ImportSettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings of an import cannot be written", e);
        }
    }

    /** Writes settings unless a run has begun since {@code known} was read. */
    boolean understand(StoredImport known, ImportSettings settings) {
        return update(
                "set settings = ? where id = ? and claim = ? and state = ?",
                write(settings),
                known.id(),
                known.standing().claim(),
                known.standing().state().name());
    }

    /** How a run is to go: from where on, and whether it writes. */
    record Mode(boolean dryRun, Progress from) {}

    /** Makes {@code claim} the run that may write, unless another was quicker. */
    boolean claim(StoredImport known, long claim, Mode mode) {
        return update(
                "set state = 'WAITING', dry_run = ?, fault = null, claim = ?, beat_at = current_timestamp, " + COUNTS
                        + " where id = ? and claim = ? and state = ?",
                with(
                        new Object[] {mode.dryRun(), claim},
                        mode.from(),
                        known.id(),
                        known.standing().claim(),
                        known.standing().state().name()));
    }

    /** Begins a run that waited, if it is still the one that may write. */
    boolean start(long id, long claim) {
        return update(
                "set state = 'RUNNING', beat_at = current_timestamp where id = ? and claim = ? and state = 'WAITING'",
                id,
                claim);
    }

    /** Says of imports that they still wait. */
    void waiting(Collection<Long> ids) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update registry_import set beat_at = current_timestamp where state = 'WAITING' and id = any (?)")) {
                update.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                return update.executeUpdate();
            }
        });
    }

    /** Writes how far a run has come; false if it may not write any more. */
    boolean progress(long id, long claim, Progress progress) {
        return update(
                "set beat_at = current_timestamp, " + COUNTS + " where id = ? and claim = ? and state = 'RUNNING'",
                with(new Object[0], progress, id, claim));
    }

    /** Ends a run. */
    boolean finish(long id, long claim, ImportState state, @Nullable String fault) {
        String cut = fault == null || fault.length() <= 1_000 ? fault : fault.substring(0, 1_000);
        return update(
                "set state = ?, fault = ? where id = ? and claim = ? and state in ('RUNNING', 'WAITING')",
                state.name(),
                cut,
                id,
                claim);
    }

    /** Deletes an import unless a run has begun since {@code known} was read. */
    boolean remove(StoredImport known) {
        return transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from registry_import where id = ? and claim = ? and state = ?")) {
                delete.setLong(1, known.id());
                delete.setLong(2, known.standing().claim());
                delete.setString(3, known.standing().state().name());
                boolean removed = delete.executeUpdate() == 1;
                if (removed) {
                    audit.record(removal(known));
                }
                return removed;
            }
        });
    }

    /** The name of a file may tell of a person, and does not belong here. */
    private static Change removal(StoredImport known) {
        String detail = "{\"kind\":\"" + known.origin().kind().code() + "\",\"createdBy\":\""
                + known.origin().createdBy() + "\",\"rows\":" + known.progress().rows() + "}";
        return new Change("registry.ImportRemoved", "import", known.id(), detail);
    }

    private static Object[] with(Object[] before, Progress progress, Object... after) {
        List<Object> all = new ArrayList<>(List.of(before));
        all.addAll(List.of(
                progress.rows(),
                progress.added(),
                progress.updated(),
                progress.unchanged(),
                progress.failed(),
                progress.customersAdded(),
                progress.readBytes(),
                progress.errorBytes()));
        all.addAll(List.of(after));
        return all.toArray();
    }

    private boolean update(String rest, @Nullable Object... parameters) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update registry_import " + rest)) {
                for (int i = 0; i < parameters.length; i++) {
                    update.setObject(i + 1, parameters[i]);
                }
                return update.executeUpdate() == 1;
            }
        });
    }
}
