package io.clientele.modules.internal.store;

import io.clientele.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the platform writes down of migrations in {@code persistence_migration}, which operators read as well. */
public final class MigrationNotes {
    private final Transactions transactions;

    public MigrationNotes(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What tells whether a migration was edited since, by the number of each that ran whole. */
    public SortedMap<Integer, String> checksums(String bundle) {
        return transactions.read(connection -> {
            SortedMap<Integer, String> checksums = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select version, checksum from persistence_migration where bundle = ? and outcome = 'applied'")) {
                select.setString(1, bundle);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        checksums.put(rows.getInt(1), rows.getString(2));
                    }
                }
            }
            return checksums;
        });
    }

    /** Which migration failed, and why, in one line; empty if none did. */
    public Optional<String> failure(String bundle) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select version, name, failure from persistence_migration"
                            + " where bundle = ? and outcome = 'failed' order by version")) {
                select.setString(1, bundle);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next()
                            ? Optional.of(String.format(
                                    java.util.Locale.ROOT,
                                    "V%03d__%s failed: %s",
                                    rows.getInt(1),
                                    rows.getString(2),
                                    firstLine(String.valueOf(rows.getString(3)))))
                            : Optional.empty();
                }
            }
        });
    }

    /** The embedded database repeats the statement behind what it says. */
    private static String firstLine(String failure) {
        return failure.lines().findFirst().orElse("").replace("; SQL statement:", "");
    }
}
