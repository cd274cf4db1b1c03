package io.clientele.rest.internal;

import io.clientele.kernel.BackgroundThread;
import io.clientele.rest.Route;
import io.clientele.rest.spi.RouteGate;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to the current generation of routes. Resources that come and go are gathered for a moment, so that a start with many, or a
 * change of one for another, makes one generation; a resource that goes is out, with nobody left inside, when {@link #remove} returns.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long QUIET_MILLIS = 200;

    private final List<Registration> resources = new ArrayList<>();

    /** Of what is always to be there, unlike what modules bring. */
    private final Set<String> lasting = ConcurrentHashMap.newKeySet();

    /** Why resources that are there are not served. */
    private final IdentityHashMap<Object, Refusal> refused = new IdentityHashMap<>();

    private final RetiredGenerations retired = new RetiredGenerations();
    private final ReentrantLock change = new ReentrantLock();
    private final Streams streams = new Streams();
    private final Gatekeeper gatekeeper = new Gatekeeper();
    private final ScheduledExecutorService quiet =
            Executors.newSingleThreadScheduledExecutor(task -> BackgroundThread.of(task, "clientele-rest-routes"));
    private volatile @Nullable Generation current;
    private volatile boolean stale;
    private volatile long askedNanos = System.nanoTime();
    private boolean closed;

    private record Refusal(String owner, String reason) {}

    /** Ends a stream within seconds of its reader's not being {@code entitled} to it any more. */
    void endStreamsUnless(Predicate<Call> entitled) {
        streams.endUnless(entitled);
    }

    /** Adds a resource; a wrong one is refused with a line in the log that names its owner, and disturbs no other. */
    public void add(Object resource, String owner) {
        Registration added = add(resource, owner, null);
        if (added != null) {
            lasting.add(added.root());
        }
    }

    /** Whether something that no module brought was served here before, and is gone. */
    boolean misses(String path) {
        return lasting.stream().anyMatch(root -> PathTemplate.covers(root, path));
    }

    /** Adds a resource of a module, which is served once the gate lets the module in. */
    public void addAtGate(Object resource, String owner) {
        Registration unused = add(resource, owner, gatekeeper.arrived(owner));
    }

    private @Nullable Registration add(Object resource, String owner, Gatekeeper.@Nullable Wait wait) {
        Registration registration;
        try {
            registration = Registration.of(resource, owner, wait);
        } catch (ResourceMethods.Refused e) {
            refuse(resource, owner, String.valueOf(e.getMessage()));
            return null;
        } catch (LinkageError e) {
            refuse(resource, owner, e.toString());
            return null;
        }
        change.lock();
        try {
            for (Registration other : resources) {
                if (other.root().equals(registration.root())) {
                    refuse(resource, owner, other.root() + " is taken by " + other.owner());
                    return null;
                }
            }
            resources.add(registration);
            rebuildSoon();
            return registration;
        } finally {
            change.unlock();
        }
    }

    private void refuse(Object resource, String owner, String reason) {
        LOG.error("{}: a resource is refused: {}", owner, reason);
        change.lock();
        try {
            refused.put(resource, new Refusal(owner, reason));
        } finally {
            change.unlock();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whoever needs the routes sooner builds them.
    private void rebuildSoon() {
        stale = true;
        if (!closed) {
            quiet.schedule(this::rebuild, QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Removes a resource; when this returns, no request is inside it any more, or the five seconds for that are over. */
    public void remove(Object resource) {
        Registration removed = withdraw(resource);
        if (removed != null) {
            removed.visitors().awaitNobody(removed.root());
        }
    }

    private @Nullable Registration withdraw(Object resource) {
        change.lock();
        try {
            refused.remove(resource);
            Registration removed = null;
            for (Registration each : resources) {
                removed = each.resource() == resource ? each : removed;
            }
            if (removed != null) {
                resources.remove(removed);
                removed.visitors().close();
                endWait(removed);
                rebuildSoon();
                streams.closeFrom(resource.getClass());
            }
            return removed;
        } finally {
            change.unlock();
        }
    }

    private void endWait(Registration removed) {
        Gatekeeper.Wait wait = removed.waiting();
        if (wait != null && resources.stream().noneMatch(other -> other.waiting() == wait)) {
            gatekeeper.left(wait);
        }
    }

    /** Who lets modules in. */
    void use(RouteGate gate) {
        gatekeeper.use(gate);
    }

    /** Undoes {@link #use}. */
    void stopUsing(RouteGate gate) {
        gatekeeper.stopUsing(gate);
    }

    /** The answer to a request to a module that is there but not let in yet, or null if the request may go on. */
    @Nullable
    Problem refusal(String path) {
        Generation generation = current;
        Registration visited = generation == null ? null : generation.at(path);
        if (visited == null || visited.obstacle() == null) {
            return null;
        }
        String detail = "The module " + visited.owner() + " has come back and is not ready yet; try again later";
        return new Problem(503, "module-away", detail, List.of(), 1L);
    }

    /** What keeps the resources of an owner from being served, if anything does. */
    public Optional<RouteGate.Obstacle> obstacle(String owner) {
        change.lock();
        try {
            return resources.stream()
                    .filter(r -> r.owner().equals(owner))
                    .flatMap(r -> Stream.ofNullable(r.obstacle()))
                    .findFirst()
                    .or(() -> refused.values().stream()
                            .filter(each -> each.owner().equals(owner))
                            .map(each -> new RouteGate.Obstacle(each.reason(), false))
                            .findFirst());
        } finally {
            change.unlock();
        }
    }

    /** Serves a request, or returns false if no resource answers its path. */
    boolean serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        while (true) {
            Generation generation = current;
            Registration visited = generation == null ? null : generation.at(path);
            if (generation == null || visited == null || visited.obstacle() != null) {
                return false;
            }
            generation.visitors().enter();
            visited.visitors().enter();
            askedNanos = System.nanoTime();
            try {
                // Whoever swaps waits for all that entered before; entering too late shows here.
                if (generation == current && !visited.visitors().isClosed()) {
                    generation.serve(config, request, response);
                    return true;
                }
            } finally {
                askedNanos = System.nanoTime();
                visited.visitors().leave();
                generation.visitors().leave();
            }
        }
    }

    /** How long ago the last request came or was answered. */
    public Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - askedNanos);
    }

    /** Whether some resource may answer this path, as far as is known by now. */
    boolean knows(String path) {
        Generation generation = current;
        if (stale && (generation == null || generation.at(path) == null)) {
            rebuild();
            generation = current;
        }
        return generation != null && generation.at(path) != null;
    }

    /** How long the body of a request may be at most. */
    long bodyLimit(HttpServletRequest request, long hostLimit) {
        Generation generation = current;
        return generation == null ? hostLimit : generation.bodyLimit(request, hostLimit);
    }

    /** What may be done at a path, in the order of the alphabet; nothing if there is no operation. */
    Set<String> verbs(String path) {
        Generation generation = current;
        return generation == null ? Set.of() : generation.verbs(path);
    }

    /** The description of the current routes. */
    byte[] openApi() {
        rebuild();
        Generation generation = current;
        return generation == null ? OpenApi.toBytes(List.of()) : generation.description();
    }

    /** What one owner's resources offer now, with those that came a moment ago. */
    public List<Route> routesOf(String owner) {
        if (isBehind(owner)) {
            rebuild();
        }
        Generation generation = current;
        return generation == null ? List.of() : generation.routesOf(owner);
    }

    /** Whether an owner's resources came or went since the table was made. Whoever asks until they have come makes one table for all of them. */
    private boolean isBehind(String owner) {
        change.lock();
        try {
            Generation generation = current;
            return stale
                    && (generation == null
                            || generation.holdsGone(owner)
                            || resources.stream()
                                    .anyMatch(r -> r.owner().equals(owner) && !generation.holds(r.resource())));
        } finally {
            change.unlock();
        }
    }

    private void rebuild() {
        change.lock();
        try {
            if (!stale || closed) {
                return;
            }
            Generation before = current;
            current = build();
            stale = false;
            if (before != null) {
                retired.add(before);
                destroyLeft();
            }
        } finally {
            change.unlock();
        }
    }

    private Generation build() {
        try {
            return new Generation(List.copyOf(resources), streams);
        } catch (RuntimeException | LinkageError e) {
            resources.removeIf(this::isBroken);
            return new Generation(List.copyOf(resources), streams);
        }
    }

    private boolean isBroken(Registration registration) {
        try {
            new Generation(List.of(registration), streams).destroy();
            return false;
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{}: a resource is refused: {}",
                    registration.owner(),
                    registration.type().getName(),
                    e);
            String reason = registration.type().getName() + " cannot be served: " + e;
            refused.put(registration.resource(), new Refusal(registration.owner(), reason));
            return true;
        }
    }

    /** Destroys the tables that nobody is inside any more; a long request in one of them holds up neither a change nor other requests. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whatever is left then is looked at once more.
    private void destroyLeft() {
        change.lock();
        try {
            if (retired.destroyLeft() && !closed) {
                quiet.schedule(this::destroyLeft, QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            change.unlock();
        }
    }

    /** Ends the open streams, which would hold up a server that stops. */
    public void endStreams() {
        streams.close();
    }

    @Override
    public void close() {
        quiet.shutdownNow();
        gatekeeper.close();
        endStreams();
        change.lock();
        try {
            closed = true;
            Generation last = current;
            current = null;
            if (last != null) {
                retired.add(last);
            }
            retired.destroyAll();
        } finally {
            change.unlock();
        }
    }
}
