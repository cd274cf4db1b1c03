package io.clientele.registry.internal.life;

import io.clientele.persistence.OpenDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks into all tables. */
final class Rows {
    private Rows() {}

    /** The tables that hold a text, in whatever case. */
    static List<String> with(OpenDatabase database, String text) {
        return database.transactions().read(connection -> {
            List<String> holding = new ArrayList<>();
            for (String table : tables(connection)) {
                if (holds(connection, table, text.toLowerCase(Locale.ROOT))) {
                    holding.add(table);
                }
            }
            return holding;
        });
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select lower(table_name) from"
                        + " information_schema.tables where lower(table_schema) = 'public' order by 1");
                ResultSet row = select.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private static boolean holds(Connection connection, String table, String text) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from " + table);
                ResultSet row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    if (String.valueOf(row.getString(i))
                            .toLowerCase(Locale.ROOT)
                            .contains(text)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    static long count(OpenDatabase database, String from) {
        return database.transactions().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select count(*) from " + from);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
