package io.clientele.rest;

import io.clientele.rest.spi.RouteGate;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the host serves at the moment, and what it says of paths whose module is away for a while. Safe for use by many threads. */
@ProviderType
public interface Routes {
    /** The request header that holds an {@link Absence#pass}. */
    String PASS = "Clientele-Pass";

    /** Every operation of the resources that a bundle registered, as far as they are served. */
    List<Route> of(String bundle);

    /**
     * From now on, requests at or below {@code roots} are answered 503 with {@code Retry-After} and a problem that names {@code module}, until
     * the absence is closed. Requests that are inside already are not disturbed.
     */
    Absence announce(String module, Collection<String> roots, Duration retryAfter);

    /**
     * What keeps the resources of a bundle from being served though they are there, if anything does: see {@link
     * io.clientele.rest.spi.RouteGate}.
     */
    Optional<RouteGate.Obstacle> obstacle(String bundle);

    /** For how long nobody has asked for any of them. */
    Duration quietFor();

    /** The address the host answers at. */
    URI uri();

    /** A module that is away. */
    @ProviderType
    interface Absence extends AutoCloseable {
        /** A secret that lets a request in all the same, sent in the header {@link Routes#PASS}: the module's routes can be tried before others see them. */
        String pass();

        /** The module is back, or gone for good. */
        @Override
        void close();
    }
}
