package io.clientele.rest.host;

import io.clientele.persistence.Database;
import io.clientele.persistence.Transactions;
import io.clientele.rest.Route;
import io.clientele.rest.Routes;
import io.clientele.rest.internal.Dispatcher;
import io.clientele.rest.internal.Front;
import io.clientele.rest.internal.JettyServer;
import io.clientele.rest.internal.Limits;
import io.clientele.rest.internal.PhraseBook;
import io.clientele.rest.internal.Phrases;
import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.RouteGate;
import io.clientele.rest.spi.WebFiles;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.felix.hc.api.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server that resources are served by. It needs no framework:
 *
 * <pre>{@code
 * try (HttpHost host = new HttpHost(HostSettings.onFreePort())) {
 *     host.use(authenticator);
 *     host.add(new Deals());
 *     host.start();
 *     host.uri();
 * }
 * }</pre>
 *
 * <p>Resources and services may come and go at any time. Safe for use by many threads.
 */
public final class HttpHost implements Routes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpHost.class);

    private final HostSettings settings;
    private final Dispatcher dispatcher = new Dispatcher();
    private final Front front;
    private final JettyServer server;

    public HttpHost(HostSettings settings) {
        this(settings, Clock.systemUTC());
    }

    HttpHost(HostSettings settings, Clock clock) {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        this.settings = settings;
        Limits limits = new Limits(
                settings.bodyBytes(), settings.bodyPatience(), settings.requestTime(), settings.allowedOrigins());
        this.front = new Front(dispatcher, limits, version(), clock);
        PhraseBook.seenBy(HttpHost.class.getClassLoader()).forEach(front.phrases()::add);
        this.server = new JettyServer(
                new JettyServer.Settings(
                        settings.host(),
                        settings.port(),
                        settings.threads(),
                        settings.queued(),
                        settings.headerBytes(),
                        settings.idle(),
                        settings.trustedProxies()),
                front);
    }

    /** Who tells identities; without one, every operation that is not public answers 503. */
    public void use(Authenticator authenticator) {
        front.use(authenticator);
    }

    /** Undoes {@link #use(Authenticator)}, unless another one took its place. */
    public void stopUsing(Authenticator authenticator) {
        front.stopUsing(authenticator);
    }

    /** Who lets modules in; without one, what is added with {@link #addAtGate} waits. */
    public void guard(RouteGate gate) {
        front.guard(gate);
    }

    /** Undoes {@link #guard}, unless another one took its place. */
    public void unguard(RouteGate gate) {
        front.unguard(gate);
    }

    /** Which database must answer for the system to be ready. */
    public void use(Database database) {
        front.use(database);
    }

    /** Undoes {@link #use(Database)}, unless another one took its place. */
    public void stopUsing(Database database) {
        front.stopUsing(database);
    }

    /** Where requests are counted; {@code /metrics} shows it if it is the platform's own registry. */
    public void use(MeterRegistry meters) {
        front.use(meters);
    }

    /**
     * From now on, an address of the API that nobody serves is answered 503 rather than 404, until {@code /health/ready} has been good once with the present
     * database: before, its resource may only be on its way. So is one whose resource was there before and was none of a module.
     */
    public void awaitPlatform() {
        front.awaitPlatform();
    }

    /**
     * Where answers to requests with an {@code Idempotency-Key} are kept: a database with this bundle's migrations. Without one (null),
     * such requests answer 503.
     */
    public void keepAnswersIn(@Nullable Transactions transactions) {
        front.keepAnswersIn(transactions);
    }

    /** Whose work is to be over when the time for a request is; null for nobody's. */
    public void limit(@Nullable Transactions transactions) {
        front.limit(transactions);
    }

    /** Adds something that tells whether a part of the system is well. */
    public void add(HealthCheck check, String name) {
        front.add(check, name);
    }

    public void remove(HealthCheck check) {
        front.remove(check);
    }

    /** Adds a resource, as far as it is well-formed; what is wrong with another one goes to the log. */
    public void add(Object resource) {
        add(resource, resource.getClass().getName());
    }

    /** Adds a resource of a bundle, which the log names if the resource is refused. */
    public void add(Object resource, String owner) {
        dispatcher.add(resource, owner);
    }

    /** Adds a resource of a module, which is served once the gate lets the module in. */
    public void addAtGate(Object resource, String owner) {
        dispatcher.addAtGate(resource, owner);
    }

    /** Removes a resource; when this returns, no request is inside it any more. */
    public void remove(Object resource) {
        dispatcher.remove(resource);
    }

    /** Adds files for browsers. */
    public void add(WebFiles files) {
        front.add(files);
    }

    public void remove(WebFiles files) {
        front.remove(files);
    }

    /** What the host tells problems with in other languages: to begin with, the books on its own class path. */
    Phrases phrases() {
        return front.phrases();
    }

    /** Starts to listen. If that fails, nothing is left running. */
    public HttpHost start() {
        boolean listens = false;
        try {
            server.start();
            tellPort();
            listens = true;
        } finally {
            if (!listens) {
                close();
            }
        }
        LOG.info("Listening on {}", uri());
        return this;
    }

    private void tellPort() {
        if (settings.portFile() != null) {
            try {
                Files.writeString(Path.of(settings.portFile()), Integer.toString(uri().getPort()));
            } catch (IOException e) {
                throw new UncheckedIOException("the port file cannot be written", e);
            }
        }
    }

    @Override
    public List<Route> of(String bundle) {
        return dispatcher.routesOf(bundle);
    }

    @Override
    public Optional<RouteGate.Obstacle> obstacle(String bundle) {
        return dispatcher.obstacle(bundle);
    }

    @Override
    public Absence announce(String module, Collection<String> roots, Duration retryAfter) {
        return front.announce(module, roots, retryAfter);
    }

    @Override
    public Duration quietFor() {
        return dispatcher.quietFor();
    }

    /** The address it answers at, with the port that was taken. */
    @Override
    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        dispatcher.endStreams();
        try {
            server.stop();
        } finally {
            dispatcher.close();
        }
    }

    /** The version of this bundle, as its manifest says. */
    private static String version() {
        try (InputStream in =
                HttpHost.class.getClassLoader().getResourceAsStream("META-INF/clientele/rest.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
