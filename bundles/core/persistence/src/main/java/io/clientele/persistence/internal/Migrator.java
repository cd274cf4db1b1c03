package io.clientele.persistence.internal;

import io.clientele.persistence.MigrationException;
import io.clientele.persistence.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of a bundle to the form it needs, one bundle at a time over all nodes of the system.
 *
 * <p>On PostgreSQL a migration happens whole or not at all. H2 commits with every change of a table, so there a migration that fails
 * half-way stays half-way: what was done is recorded, and the next attempt goes on behind it.
 */
final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private final Pool pool;

    Migrator(Pool pool) {
        this.pool = pool;
    }

    /** Runs what is outstanding; throws a {@link MigrationException} if a migration is refused or fails. */
    Schema migrate(String bundle, List<Migration> migrations) {
        try {
            History known = History.peek(pool, bundle);
            if (!outstanding(bundle, migrations, known).isEmpty()) {
                run(bundle, migrations);
                known = History.peek(pool, bundle);
            }
            int version = known.newest();
            return () -> version;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private static List<Migration> outstanding(String bundle, List<Migration> migrations, History known) {
        return migrations.stream()
                .filter(each -> isOutstanding(bundle, each, known))
                .toList();
    }

    private static boolean isOutstanding(String bundle, Migration migration, History known) {
        History.Entry entry = known.entry(migration.version());
        if (entry != null && entry.applied()) {
            if (!entry.checksum().equals(migration.checksum())) {
                throw new MigrationException("The migration " + migration.label() + " of " + bundle
                        + " has been edited since it ran; put the old text back and add a new migration");
            }
            return false;
        }
        if (migration.version() < known.newest()) {
            throw new MigrationException("The migration " + migration.label() + " of " + bundle + " comes before V"
                    + known.newest() + ", which has run already; give it a higher number");
        }
        return true;
    }

    private void run(String bundle, List<Migration> migrations) throws SQLException {
        try (MigrationLock lock = MigrationLock.take(pool);
                Connection connection = pool.ownerConnection()) {
            History history = History.load(connection, bundle);
            // Another node may have done it while this one waited for the lock.
            for (Migration each : outstanding(bundle, migrations, history)) {
                long begin = System.nanoTime();
                new MigrationRun(pool.dialect(), connection, history).apply(each);
                LOG.info("{}: migrated to {} in {} ms", bundle, each.label(), (System.nanoTime() - begin) / 1_000_000);
            }
            LOG.debug("{}: up to date, lock {} given back", bundle, lock);
        }
        pool.harden();
    }
}
