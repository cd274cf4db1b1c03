package io.clientele.rest.host;

import io.clientele.rest.internal.Dispatcher;
import io.clientele.rest.internal.Front;
import io.clientele.rest.internal.JettyServer;
import io.clientele.rest.internal.Limits;
import io.clientele.rest.spi.Authenticator;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.jspecify.annotations.Nullable;

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
public final class HttpHost implements AutoCloseable {
    private final HostSettings settings;
    private final Dispatcher dispatcher = new Dispatcher();
    private final Front front;
    private final JettyServer server;

    public HttpHost(HostSettings settings) {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        this.settings = settings;
        this.front = new Front(dispatcher, new Limits(settings.bodyBytes(), settings.allowedOrigins()));
        this.server = new JettyServer(
                new JettyServer.Settings(
                        settings.host(),
                        settings.port(),
                        settings.threads(),
                        settings.queued(),
                        settings.headerBytes(),
                        settings.idle()),
                front);
    }

    /** Who tells identities; without one, every operation that is not public answers 503. */
    public void use(@Nullable Authenticator authenticator) {
        front.use(authenticator);
    }

    /** Adds a resource, as far as it is well-formed; what is wrong with another one goes to the log. */
    public void add(Object resource) {
        add(resource, resource.getClass().getName());
    }

    /** Adds a resource of a bundle, which the log names if the resource is refused. */
    public void add(Object resource, String owner) {
        dispatcher.add(resource, owner);
    }

    /** Removes a resource; when this returns, no request is inside it any more. */
    public void remove(Object resource) {
        dispatcher.remove(resource);
    }

    /** Starts to listen. */
    public HttpHost start() {
        try {
            server.start();
            if (settings.portFile() != null) {
                Files.writeString(Path.of(settings.portFile()), Integer.toString(uri().getPort()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot listen on " + settings.host() + ":" + settings.port(), e);
        }
        return this;
    }

    /** The address it answers at, with the port that was taken. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        } finally {
            dispatcher.close();
        }
    }
}
