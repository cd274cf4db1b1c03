package io.clientele.persistence.internal;

import io.clientele.persistence.Durability;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Pools on fresh databases, closed together after a test. */
final class Pools implements AutoCloseable {
    private final List<Pool> open = new ArrayList<>();

    Pool on(TestDatabase kind) {
        return on(kind.create());
    }

    Pool on(TestDatabase.Location at) {
        return on(new Settings(at.url(), at.user(), at.password(), Durability.DURABLE));
    }

    Pool on(Settings settings) {
        Pool pool = Pool.open(settings);
        open.add(pool);
        return pool;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() {
        open.forEach(Pool::close);
    }
}
