package io.clientele.segmentation.internal;

import io.clientele.persistence.Dialect;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Customers by the thousand, of whom every other is active and the rest are prospects. */
final class Crowd {
    private Crowd() {}

    static Desk of(TestDatabase kind, int customers) {
        Desk desk = new Desk(kind);
        int unused = desk.core.transactions().write(connection -> fill(connection, desk.core.dialect(), customers));
        return desk;
    }

    private static int fill(Connection connection, Dialect dialect, int customers) throws SQLException {
        String numbers = dialect == Dialect.H2 ? "system_range(1, " : "generate_series(1, ";
        try (Statement insert = connection.createStatement()) {
            return insert.executeUpdate(
                    "insert into registry_customer (kind, name, name_key, search_words, status, document,"
                            + " updated_at, version, id, created_at) select 'person', 'C' || n, 'c' || n, 'c' || n,"
                            + " case when mod(n, 2) = 0 then 'active' else 'prospect' end, '{}', current_timestamp, 1, n,"
                            + " current_timestamp from " + numbers + customers + ") as numbers(n)");
        }
    }
}
