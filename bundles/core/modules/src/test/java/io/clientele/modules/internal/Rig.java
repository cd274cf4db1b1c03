package io.clientele.modules.internal;

import io.clientele.modules.Modules;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.ArchiveCheck;
import io.clientele.modules.internal.archive.Limits;
import io.clientele.modules.internal.archive.ManifestPolicy;
import io.clientele.modules.internal.framework.Components;
import io.clientele.modules.internal.framework.FactProof;
import io.clientele.modules.internal.framework.FactProofTest;
import io.clientele.modules.internal.framework.ForeignWatch;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.framework.Verification;
import io.clientele.modules.internal.framework.WiredPlatform;
import io.clientele.modules.internal.framework.Wirings;
import io.clientele.modules.internal.leak.DumpedHolders;
import io.clientele.modules.internal.leak.LeakWatch;
import io.clientele.modules.internal.store.ArchiveStore;
import io.clientele.modules.internal.store.FeatureRepositories;
import io.clientele.modules.internal.store.RemoteRepositories;
import io.clientele.modules.internal.store.Repositories;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.persistence.Database;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Schemas;
import io.clientele.persistence.embedded.Databases;
import io.clientele.rest.Route;
import io.clientele.rest.Routes;
import io.clientele.rest.spi.RouteGate;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The life cycle on a real framework and a real database, without components and without a server. */
final class Rig implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Storage storage;
    final Away away;
    final ModuleBundles bundles;
    final Map<String, Route> served = new HashMap<>();
    private final Framework framework;
    private final OpenDatabase database;
    private final Routes routes = new FixedRoutes();

    Rig(Path folder, TestDatabase kind) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("framework").toString(),
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE));
        framework.start();
        TestDatabase.Location at = kind.create();
        database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST);
        database.migrate("io.clientele.modules", Modules.class);
        ArchiveCheck check = new ArchiveCheck(
                Limits.DEFAULT,
                new ManifestPolicy(List.of("jakarta.ws.rs.*", "org.osgi.framework"), new WiredPlatform(context())),
                null);
        storage = Storage.open(
                folder.resolve("modules"),
                database.transactions(),
                new ArchiveStore(Storage.archives(folder.resolve("modules")), check, check),
                new Repositories(
                        new FeatureRepositories(List.of(), folder, check),
                        new RemoteRepositories(
                                List.of(),
                                new RemoteRepositories.Terms(folder, folder, PATIENCE, PATIENCE),
                                check,
                                Clock.systemUTC())));
        away = new Away(routes, Duration.ofSeconds(1));
        bundles = new ModuleBundles(context(), storage.archives(), storage.markers(), PATIENCE);
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    Archive add(ModuleJar jar) {
        return storage.archives().add(new ByteArrayInputStream(jar.bytes()));
    }

    Archive installed(ModuleJar jar) {
        Archive archive = add(jar);
        storage.modules().put(StoredModule.installed(archive, null, Instant.EPOCH));
        return archive;
    }

    Swap swap() {
        Verification verification = new Verification(
                context(), new NoComponents(), routes, database.database(), facts(), storage.migrations(), PATIENCE);
        return new Swap(
                bundles,
                verification,
                () -> new ForeignWatch(context()),
                away,
                new WayBack(database.schemas()),
                new LeakWatch(new DumpedHolders()));
    }

    /** Starts what is wanted; a module has no time to prove itself but what {@code components} takes to answer. */
    WantedModules wanted(Database asked, Components components) {
        Verification verification = new Verification(
                context(), components, routes, database.database(), facts(), storage.migrations(), Duration.ZERO);
        return new WantedModules(
                new WantedModules.Parts(storage, bundles, verification, away, asked, Clock.systemUTC(), 1));
    }

    private FactProof facts() {
        return new FactProof(context(), FactProofTest.knowing(), database.transactions());
    }

    Refusals refusals() {
        Claims claims = new Claims(storage.modules()::all, storage.archives(), served::keySet, routes);
        return new Refusals(bundles, new Wirings(context()), storage, tables(), claims);
    }

    private Refusals.Tables tables() {
        return new Refusals.Tables(database.schemas(), database.database().dialect());
    }

    Schemas schemas() {
        return database.schemas();
    }

    /** What the platform writes down of a migration; {@code failure} is null if it ran whole. */
    void ran(Archive archive, int version, String checksum, @org.jspecify.annotations.Nullable String failure) {
        database.transactions().write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into persistence_migration (bundle, version, name, outcome, statements, checksum, failure,"
                            + " duration_ms, applied_at) values (?, ?, 'x', ?, 1, ?, ?, 0, current_timestamp)")) {
                insert.setString(1, archive.symbolicName());
                insert.setInt(2, version);
                insert.setString(3, failure == null ? "applied" : "failed");
                insert.setString(4, checksum);
                insert.setString(5, failure);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        database.close();
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(2));
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static class NoComponents implements Components {
        @Override
        public List<String> unready(Bundle bundle) {
            return List.of();
        }

        @Override
        public List<String> unread(Bundle bundle) {
            return List.of();
        }

        @Override
        public Set<String> resources(Bundle bundle) {
            return Set.of();
        }
    }

    private final class FixedRoutes implements Routes {
        @Override
        public List<Route> of(String bundle) {
            return Optional.ofNullable(served.get(bundle)).stream().toList();
        }

        @Override
        public Absence announce(String module, Collection<String> roots, Duration retryAfter) {
            return new Absence() {
                @Override
                public String pass() {
                    return "";
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Optional<RouteGate.Obstacle> obstacle(String bundle) {
            return Optional.empty();
        }

        @Override
        public Duration quietFor() {
            return Duration.ZERO;
        }

        @Override
        public URI uri() {
            return URI.create("http://127.0.0.1:1");
        }
    }
}
