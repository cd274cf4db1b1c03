package io.clientele.rest.host;

import io.clientele.persistence.Database;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.clientele.rest.Route;
import io.clientele.rest.Routes;
import io.clientele.rest.internal.PhraseBook;
import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.RouteGate;
import io.clientele.rest.spi.WebFiles;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;

/** The host of a framework: serves every resource that is registered as a service, as {@link HostConfiguration} says. */
@Component(service = Routes.class, immediate = true)
public final class ConfiguredHost implements Routes {

    /** The manifest header of a module. */
    private static final String MODULE = "Clientele-Module";

    private final HttpHost host;
    private @Nullable BundleTracker<List<PhraseBook>> books;
    private @Nullable Transactions transactions;
    private @Nullable Schema schema;

    @Activate
    public ConfiguredHost(@Reference HostSettings settings, @Reference MeterRegistry meters) {
        host = new HttpHost(settings);
        host.use(meters);
        host.awaitPlatform();
    }

    /** Called when the resources that are there already have been added. */
    @Activate
    void start(BundleContext context) {
        books = new BundleTracker<>(context, Bundle.ACTIVE, new InstalledPhrases(host.phrases(), context.getBundle()));
        books.open();
        host.start();
    }

    @Deactivate
    void stop() {
        host.close();
        if (books != null) {
            books.close();
        }
    }

    @Override
    public List<Route> of(String bundle) {
        return host.of(bundle);
    }

    @Override
    public Optional<RouteGate.Obstacle> obstacle(String bundle) {
        return host.obstacle(bundle);
    }

    @Override
    public Absence announce(String module, Collection<String> roots, Duration retryAfter) {
        return host.announce(module, roots, retryAfter);
    }

    @Override
    public Duration quietFor() {
        return host.quietFor();
    }

    @Override
    public URI uri() {
        return host.uri();
    }

    @Reference(
            service = AnyService.class,
            target = "(osgi.jakartars.resource=true)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addResource(Object resource, ServiceReference<?> service) {
        if (isOfModule(service)) {
            host.addAtGate(resource, owner(service));
        } else {
            host.add(resource, owner(service));
        }
    }

    void removeResource(Object resource) {
        host.remove(resource);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setAuthenticator(Authenticator authenticator) {
        host.use(authenticator);
    }

    void unsetAuthenticator(Authenticator authenticator) {
        host.stopUsing(authenticator);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setGate(RouteGate gate) {
        host.guard(gate);
    }

    void unsetGate(RouteGate gate) {
        host.unguard(gate);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDatabase(Database database) {
        host.use(database);
    }

    void unsetDatabase(Database database) {
        host.stopUsing(database);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void setTransactions(Transactions value) {
        transactions = value;
        host.limit(value);
        keepAnswers();
    }

    synchronized void unsetTransactions(Transactions value) {
        if (transactions == value) {
            transactions = null;
            host.limit(null);
            keepAnswers();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(bundle=io.clientele.rest)")
    synchronized void setSchema(Schema value) {
        schema = value;
        keepAnswers();
    }

    synchronized void unsetSchema(Schema value) {
        if (schema == value) {
            schema = null;
            keepAnswers();
        }
    }

    /** Answers can be kept as soon as there is a table for them. */
    private void keepAnswers() {
        host.keepAnswersIn(schema == null ? null : transactions);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHealthCheck(HealthCheck check, Map<String, Object> properties) {
        Object name = properties.get(HealthCheck.NAME);
        host.add(check, name == null ? check.getClass().getSimpleName() : name.toString());
    }

    void removeHealthCheck(HealthCheck check) {
        host.remove(check);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addWebFiles(WebFiles files) {
        host.add(files);
    }

    void removeWebFiles(WebFiles files) {
        host.remove(files);
    }

    private static boolean isOfModule(ServiceReference<?> service) {
        Bundle bundle = service.getBundle();
        return bundle != null && bundle.getHeaders("").get(MODULE) != null;
    }

    private static String owner(ServiceReference<?> service) {
        Bundle bundle = service.getBundle();
        return bundle == null ? "a bundle that is gone" : bundle.getSymbolicName();
    }
}
