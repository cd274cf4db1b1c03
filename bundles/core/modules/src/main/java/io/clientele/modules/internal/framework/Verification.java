package io.clientele.modules.internal.framework;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.ResourceClass;
import io.clientele.modules.internal.store.MigrationNotes;
import io.clientele.persistence.Database;
import io.clientele.persistence.Schema;
import io.clientele.rest.Route;
import io.clientele.rest.Routes;
import io.clientele.rest.Routes.Absence;
import io.clientele.rest.spi.RouteGate;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether a module that was started serves: its tables, its components, its routes, its health. */
public final class Verification {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long BETWEEN_QUESTIONS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CONNECT_MILLIS = 2000;
    private static final int READ_MILLIS = 5000;

    private final BundleContext context;
    private final Components components;
    private final Routes routes;
    private final Database database;
    private final FactProof facts;
    private final MigrationNotes migrations;
    private final Duration patience;

    public Verification(
            BundleContext context,
            Components components,
            Routes routes,
            Database database,
            FactProof facts,
            MigrationNotes migrations,
            Duration patience) {
        this.context = context;
        this.components = components;
        this.routes = routes;
        this.database = database;
        this.facts = facts;
        this.migrations = migrations;
        this.patience = patience;
    }

    /** Fails with the reason if the module does not serve within the time for it. */
    public void check(Archive archive, Bundle bundle, Absence absence) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<String> fault = fault(archive, bundle);
        boolean asked = false;
        while (fault.isPresent()) {
            if (!asked && isWithoutTables(archive)) {
                asked = true;
                checkMigrations(archive);
            }
            if (System.nanoTime() - deadline > 0 && !database.waiting().contains(archive.symbolicName())) {
                if (isOnItsWay(archive)) {
                    LOG.info("{} catches up; its paths answer once it has", archive);
                    return;
                }
                throw StepFailedException.of(fault.get());
            }
            LockSupport.parkNanos(GLANCE_NANOS);
            fault = fault(archive, bundle);
        }
        checkComponents(bundle);
        checkFacts(bundle, deadline);
        for (Route route : routes.of(archive.symbolicName())) {
            if (route.verb().equals("GET") && route.template().indexOf('{') < 0) {
                prove(route.template(), absence, deadline);
            }
        }
    }

    /** Whether nobody makes the tables that this edition needs, in this order: they are there before they are no more waited for. */
    private boolean isWithoutTables(Archive archive) {
        return !archive.migrations().isEmpty()
                && !database.waiting().contains(archive.symbolicName())
                && !hasTables(archive);
    }

    private void checkMigrations(Archive archive) {
        migrations.failure(archive.symbolicName()).ifPresent(failure -> {
            throw StepFailedException.of("the tables of " + archive + " could not be made: " + failure);
        });
    }

    private void checkComponents(Bundle bundle) {
        List<String> unread = components.unread(bundle);
        if (!unread.isEmpty()) {
            throw StepFailedException.of(unread.get(0) + " describes no component that works; the log says why");
        }
    }

    /** A source may know of facts that the catalogue has not heard of yet. */
    private void checkFacts(Bundle bundle, long deadline) {
        Optional<String> fault = facts.fault(bundle);
        while (fault.isPresent() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS_NANOS);
            fault = facts.fault(bundle);
        }
        fault.ifPresent(found -> {
            throw StepFailedException.of(found);
        });
    }

    /** A module may have much to read that happened while it was away. Nobody sees its paths before it has, so the change need not wait. */
    private boolean isOnItsWay(Archive archive) {
        return routes.obstacle(archive.symbolicName())
                .map(RouteGate.Obstacle::passing)
                .orElse(false);
    }

    private Optional<String> fault(Archive archive, Bundle bundle) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return Optional.of(archive + " does not run");
        }
        if (!archive.migrations().isEmpty() && !hasTables(archive)) {
            return Optional.of("the tables of " + archive + " could not be made; the log says why");
        }
        List<String> unready = components.unready(bundle);
        if (!unready.isEmpty()) {
            return Optional.of("a component does not work: " + unready.get(0));
        }
        return unrouted(archive, bundle)
                .map(root -> routes.obstacle(archive.symbolicName())
                        .map(RouteGate.Obstacle::reason)
                        .orElse("nothing is served at " + root + "; the log says why"))
                .or(() -> unwell(bundle));
    }

    private boolean hasTables(Archive archive) {
        try {
            String filter = "(" + Schema.BUNDLE + "=" + archive.symbolicName() + ")";
            return !context.getServiceReferences(Schema.class, filter).isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> unrouted(Archive archive, Bundle bundle) {
        Set<String> offered = components.resources(bundle);
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        Set<String> served =
                routes.of(archive.symbolicName()).stream().map(Route::root).collect(Collectors.toSet());
        return archive.contents().resources().stream()
                .filter(resource -> offered.contains(resource.className()))
                .map(ResourceClass::root)
                .filter(root -> !served.contains(root))
                .findFirst();
    }

    private Optional<String> unwell(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        if (registered == null) {
            return Optional.empty();
        }
        for (ServiceReference<?> reference : registered) {
            if (List.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                    .contains(HealthCheck.class.getName())) {
                Optional<String> fault = unwell(reference);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> unwell(ServiceReference<?> reference) {
        try {
            Object service = context.getService(reference);
            if (!(service instanceof HealthCheck check)) {
                return Optional.empty();
            }
            Result result = check.execute();
            boolean good = result.isOk() || result.getStatus() == Result.Status.WARN;
            return good ? Optional.empty() : Optional.of("its health check says " + result.getStatus());
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("its health check failed: " + e);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Asks for a page: an answer of any kind but "not here" and "broken" shows that the route works. What is away for a moment is asked again. */
    private void prove(String path, Absence absence, long deadline) {
        int status = ask(path, absence);
        while (status == HttpURLConnection.HTTP_UNAVAILABLE && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS_NANOS);
            status = ask(path, absence);
        }
        if (status == HttpURLConnection.HTTP_NOT_FOUND || status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
            throw StepFailedException.of(path + " answers " + status);
        }
    }

    /** Asks as nobody, and tells the status of the answer. */
    private int ask(String path, Absence absence) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) routes.uri().resolve(path).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty(Routes.PASS, absence.pass());
            connection.setRequestProperty("Connection", "close");
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            throw StepFailedException.of(path + " does not answer: " + e.getMessage());
        }
    }
}
