package io.clientele.modules.internal.store;

import io.clientele.modules.internal.store.StoredModule.Edition;
import io.clientele.modules.internal.store.StoredModule.Wanted;
import io.clientele.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The one place that says which modules are wanted. */
public final class ModuleTable {
    private static final String COLUMNS =
            "name, symbolic_name, version, sha256, state, reason, previous_version, previous_sha256, changed_at";
    private static final int LONGEST_REASON = 1000;
    private final Transactions transactions;

    public ModuleTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** All, in the order in which they came. */
    public List<StoredModule> all() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select " + COLUMNS + " from modules_module order by changed_at, name");
                    ResultSet rows = select.executeQuery()) {
                List<StoredModule> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        });
    }

    public Optional<StoredModule> find(String name) {
        return all().stream().filter(m -> m.name().equals(name)).findFirst();
    }

    private static StoredModule read(ResultSet row) throws SQLException {
        String previous = row.getString(7);
        return new StoredModule(
                row.getString(1),
                row.getString(2),
                new Edition(row.getString(3), row.getString(4)),
                Wanted.valueOf(row.getString(5)),
                row.getString(6),
                previous == null ? null : new Edition(previous, row.getString(8)),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }

    /** Adds or replaces a module. */
    public void put(StoredModule module) {
        transactions.write(connection -> {
            remove(module.name());
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into modules_module (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                Edition previous = module.previous();
                insert.setString(1, module.name());
                insert.setString(2, module.symbolicName());
                insert.setString(3, module.edition().version());
                insert.setString(4, module.edition().sha256());
                insert.setString(5, module.wanted().name());
                insert.setString(6, cut(module.reason(), LONGEST_REASON));
                insert.setString(7, previous == null ? null : previous.version());
                insert.setString(8, previous == null ? null : previous.sha256());
                insert.setObject(9, module.changedAt().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    public void remove(String name) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from modules_module where name = ?")) {
                delete.setString(1, name);
                return delete.executeUpdate();
            }
        });
    }

    /** How many rows each of these tables holds, for those that are there. */
    public Map<String, Long> rows(SortedSet<String> tables) {
        return transactions.read(connection -> {
            Map<String, Long> counts = new TreeMap<>();
            for (String table : tables) {
                if (!table.matches("[a-z][a-z0-9_]*")) {
                    throw new IllegalArgumentException(table);
                }
                try (ResultSet found = connection
                        .getMetaData()
                        .getTables(
                                null,
                                null,
                                stored(connection.getMetaData().storesUpperCaseIdentifiers(), table),
                                null)) {
                    if (!found.next()) {
                        continue;
                    }
                }
                try (Statement select = connection.createStatement();
                        ResultSet row = select.executeQuery("select count(*) from " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
            return counts;
        });
    }

    private static String stored(boolean upperCase, String table) {
        String name = upperCase ? table.toUpperCase(java.util.Locale.ROOT) : table;
        return name.replace("_", "\\_");
    }
}
