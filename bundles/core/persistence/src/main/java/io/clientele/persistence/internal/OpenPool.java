package io.clientele.persistence.internal;

import io.clientele.kernel.Ids;
import io.clientele.persistence.Database;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import org.jspecify.annotations.Nullable;

/** A pool with all that stands on it, wired by hand. */
public final class OpenPool implements OpenDatabase {
    private final Pool pool;
    private final PooledTransactions transactions;
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
            ids = Nodes.ids(pool);
        }
        return ids;
    }

    @Override
    public Schema migrate(String bundle, Class<?> anchor) {
        return new Migrator(pool).migrate(bundle, MigrationFiles.beside(anchor));
    }

    @Override
    public void close() {
        pool.close();
    }
}
