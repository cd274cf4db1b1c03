package io.clientele.persistence.internal;

import io.clientele.kernel.ConflictException;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Entities;
import io.clientele.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.jspecify.annotations.Nullable;

/** The entities of one bundle through OpenJPA, which is started when they are first asked for. */
final class JpaEntities implements Entities, AutoCloseable {
    private final PooledTransactions transactions;
    private final SharedConnections connections;
    private final Dialect dialect;
    private final URI persistenceXml;
    private final ClassLoader loader;
    private @Nullable EntityManagerFactory factory;

    JpaEntities(PooledTransactions transactions, Pool pool, URI persistenceXml, ClassLoader loader) {
        this.transactions = transactions;
        this.connections = new SharedConnections(transactions, pool);
        this.dialect = pool.dialect();
        this.persistenceXml = persistenceXml;
        this.loader = loader;
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        return transactions.write(connection -> translated(() -> {
            EntityManager manager = joined();
            T result = work.apply(manager);
            // Statements of others in the same unit of work are to see it.
            manager.flush();
            return result;
        }));
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        if (transactions.current() != null) {
            return transactions.read(connection -> translated(() -> work.apply(joined())));
        }
        return transactions.read(connection -> connections.lend(connection, () -> translated(() -> apart(work))));
    }

    /** Reads with an entity manager of its own. */
    private <T> T apart(Function<EntityManager, T> work) {
        EntityManager manager = factory().createEntityManager();
        try {
            return work.apply(manager);
        } finally {
            manager.close();
        }
    }

    private EntityManager joined() {
        UnitOfWork unit = transactions.current();
        if (unit == null) {
            throw new IllegalStateException("there is no unit of work");
        }
        return unit.participant(this, () -> new Joined(factory().createEntityManager())).manager;
    }

    private synchronized EntityManagerFactory factory() {
        if (factory == null) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            // OpenJPA looks for its own parts there; the entities it finds by the loader of their unit.
            thread.setContextClassLoader(PersistenceProviderImpl.class.getClassLoader());
            try {
                factory = open();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
        return factory;
    }

    private EntityManagerFactory open() {
        JpaUnit unit = JpaUnit.read(persistenceXml, loader, connections);
        Map<String, String> settings = Map.of(
                "openjpa.jdbc.DBDictionary", dialect == Dialect.H2 ? "h2" : "postgres",
                "openjpa.Log", "slf4j",
                "openjpa.RuntimeUnenhancedClasses", "unsupported",
                "openjpa.DynamicEnhancementAgent", "false",
                "openjpa.DataCache", "false",
                "openjpa.QueryCache", "false");
        return new PersistenceProviderImpl().createContainerEntityManagerFactory(unit, settings);
    }

    /** Brings the driver's exception out of JPA's wrapping, so that it means the same as in plain SQL. */
    private static <T> T translated(Supplier<T> work) throws SQLException {
        try {
            return work.get();
        } catch (OptimisticLockException e) {
            throw new ConflictException(
                    Transactions.CONTENDED, "Somebody else is changing the same records; try again");
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw sql;
                }
            }
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }

    /** An entity manager within a unit of work. */
    private static final class Joined implements UnitOfWork.Participant {
        private final EntityManager manager;

        Joined(EntityManager manager) {
            this.manager = manager;
            manager.getTransaction().begin();
        }

        @Override
        public void complete() {
            manager.getTransaction().commit();
        }

        @Override
        public void end() {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }
}
