package io.clientele.persistence.internal;

import io.clientele.persistence.Dialect;
import io.clientele.persistence.MigrationException;
import io.clientele.persistence.Schemas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes migrations back, under the lock that migrations are made under. */
final class PooledSchemas implements Schemas {
    private static final Logger LOG = LoggerFactory.getLogger(PooledSchemas.class);
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private final Pool pool;

    PooledSchemas(Pool pool) {
        this.pool = pool;
    }

    @Override
    public SortedSet<Integer> begun(String bundle) {
        try {
            return History.peek(pool, bundle).versions();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public void undo(String bundle, int target, Map<String, String> scripts) {
        if (begun(bundle).tailSet(target + 1).isEmpty()) {
            return;
        }
        Map<Integer, Migration> undoing =
                Migration.undoing(scripts).stream().collect(Collectors.toMap(Migration::version, Function.identity()));
        locked(connection -> {
            List<Migration> steps = new ArrayList<>();
            for (int version : History.load(connection, bundle).versions()) {
                if (version > target) {
                    steps.add(0, script(bundle, version, undoing));
                }
            }
            for (Migration step : steps) {
                run(connection, step.statements(pool.dialect()), new Forgotten(bundle, Set.of(step.version())));
                LOG.info("{}: took {} back", bundle, step.label());
            }
        });
    }

    private static Migration script(String bundle, int version, Map<Integer, Migration> undoing) {
        Migration found = undoing.get(version);
        if (found == null) {
            throw new MigrationException("The migration " + version + " of " + bundle + " has no undo script");
        }
        return found;
    }

    @Override
    public void purge(String bundle, Collection<String> tables) {
        List<String> drops = new ArrayList<>();
        for (String table : tables) {
            if (!TABLE.matcher(table).matches()) {
                throw new IllegalArgumentException(table + " is not the name of a table");
            }
            drops.add("drop table if exists " + table + " cascade");
        }
        locked(connection -> run(
                connection,
                drops,
                new Forgotten(bundle, History.load(connection, bundle).versions())));
        LOG.info("{}: purged {}", bundle, tables);
    }

    /** Migrations that count as never run once the statements are done. */
    private record Forgotten(String bundle, Set<Integer> versions) {
        void in(Connection connection) throws SQLException {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from persistence_migration where bundle = ? and version = ?")) {
                for (int version : versions) {
                    delete.setString(1, bundle);
                    delete.setInt(2, version);
                    delete.executeUpdate();
                }
            }
        }
    }

    private void run(Connection connection, List<String> statements, Forgotten forgotten) throws SQLException {
        boolean whole = pool.dialect() == Dialect.POSTGRESQL;
        connection.setAutoCommit(!whole);
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
            forgotten.in(connection);
            if (whole) {
                connection.commit();
            }
        } catch (SQLException e) {
            if (whole) {
                connection.rollback();
            }
            throw new MigrationException(
                    "Taking tables of " + forgotten.bundle() + " back failed: " + e.getMessage(), e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Something to do while nobody migrates. */
    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    private void locked(Step step) {
        try (MigrationLock lock = MigrationLock.take(pool);
                Connection connection = pool.ownerConnection()) {
            step.on(connection);
            LOG.debug("Lock {} given back", lock);
            pool.harden();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}
