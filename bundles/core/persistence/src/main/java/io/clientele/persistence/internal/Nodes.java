package io.clientele.persistence.internal;

import io.clientele.kernel.Ids;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Numbers the nodes of a system, one number for each start. */
final class Nodes {
    /** The symbolic name of this bundle, whose own tables come before all others. */
    static final String BUNDLE = "io.clientele.persistence";

    private Nodes() {}

    /** Makes this bundle's tables and takes the next number. */
    static Ids ids(Pool pool, List<Migration> migrations) {
        // To open an embedded database takes longer than a request may wait for a connection.
        try (Connection opened = pool.ownerConnection()) {
            opened.setAutoCommit(true);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
        new Migrator(pool).migrate(BUNDLE, migrations);
        try (Connection connection = pool.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        pool.dialect() == Dialect.H2
                                ? "select next value for persistence_node"
                                : "select nextval('persistence_node')")) {
            row.next();
            return new TimeOrderedIds(row.getLong(1), System::currentTimeMillis);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}
