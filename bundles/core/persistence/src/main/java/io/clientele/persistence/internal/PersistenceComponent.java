package io.clientele.persistence.internal;

import io.clientele.persistence.Database;
import io.clientele.persistence.Durability;
import io.clientele.persistence.Schemas;
import io.clientele.persistence.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of the running system, from one configuration. A new configuration ends this component and begins another: all that
 * stands on the old pool goes, the tables are made in the new database, and all comes back, with no restart.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.clientele.persistence")
public final class PersistenceComponent {
    /** {@code etc/io.clientele.persistence.cfg}. */
    @interface Config {
        /** {@code jdbc:h2:file:…} or {@code jdbc:postgresql:…}; empty for an H2 file in the data folder. */
        String url() default "";

        /** Empty for an H2 file that keeps its own secret. */
        String user() default "";

        String password() default "";

        /** A file that holds the password, instead of {@link #password}. */
        String passwordFile() default "";

        /** {@code durable} or, for H2 only, {@code fast}. */
        String durability() default "durable";

        int maximumPoolSize() default 10;

        /** With the check of a stale connection on top, a dead database is to answer within a second. */
        int connectionTimeoutMillis() default 750;

        int statementTimeoutSeconds() default 20;
    }

    private static final Logger LOG = LoggerFactory.getLogger(PersistenceComponent.class);
    private final Pool pool;
    private final ServiceRegistration<?> registration;
    private final ServiceRegistration<?> wayBack;
    private final BundleSchemas schemas;

    @Activate
    public PersistenceComponent(BundleContext context, Config config) {
        Settings settings = settings(context, config);
        this.pool = Pool.open(settings);
        PooledTransactions transactions = new PooledTransactions(pool);
        String[] services = {Transactions.class.getName(), Database.class.getName()};
        this.registration = context.registerService(services, transactions, null);
        this.wayBack = context.registerService(Schemas.class, new PooledSchemas(pool), null);
        this.schemas = new BundleSchemas(context, pool, transactions);
        LOG.info("The database is {}", settings);
        schemas.open();
    }

    private static Settings settings(BundleContext context, Config config) {
        String data = String.valueOf(context.getProperty("karaf.data"));
        String url = config.url().isEmpty() ? "jdbc:h2:file:" + Path.of(data, "db", "clientele") : config.url();
        return new Settings(
                url,
                config.user(),
                config.passwordFile().isEmpty() ? config.password() : read(config.passwordFile()),
                Durability.of(config.durability()),
                config.maximumPoolSize(),
                Duration.ofMillis(config.connectionTimeoutMillis()),
                Duration.ofSeconds(config.statementTimeoutSeconds()));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the password of the database cannot be read from " + file, e);
        }
    }

    /** Takes away what needs the tables first, and the connections last. */
    @Deactivate
    void close() {
        schemas.close();
        wayBack.unregister();
        registration.unregister();
        pool.close();
    }
}
