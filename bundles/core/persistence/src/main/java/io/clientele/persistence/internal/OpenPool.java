package io.clientele.persistence.internal;

import io.clientele.kernel.Ids;
import io.clientele.persistence.Database;
import io.clientele.persistence.Durability;
import io.clientele.persistence.Entities;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Schemas;
import io.clientele.persistence.Transactions;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pool with all that stands on it, wired by hand. */
public final class OpenPool implements OpenDatabase {
    private final Pool pool;
    private final PooledTransactions transactions;
    private final Map<URI, JpaEntities> units = new HashMap<>();
    private @Nullable Ids ids;

    public OpenPool(String url, String user, String password, Durability durability) {
        this.pool = Pool.open(new Settings(url, user, password, durability));
        this.transactions = new PooledTransactions(pool);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public Database database() {
        return transactions;
    }

    @Override
    public synchronized Ids ids() {
        if (ids == null) {
            ids = Nodes.ids(pool, MigrationFiles.beside(OpenPool.class));
        }
        return ids;
    }

    @Override
    public Schema migrate(String bundle, Class<?> anchor) {
        return new Migrator(pool).migrate(bundle, MigrationFiles.beside(anchor));
    }

    @Override
    public Schemas schemas() {
        return new PooledSchemas(pool);
    }

    @Override
    public synchronized Entities entities(Class<?> anchor) {
        return units.computeIfAbsent(
                MigrationFiles.beside(anchor, "META-INF/persistence.xml"),
                file -> new JpaEntities(transactions, pool, file, anchor.getClassLoader()));
    }

    @Override
    public synchronized void close() {
        units.values().forEach(JpaEntities::close);
        pool.close();
    }
}
