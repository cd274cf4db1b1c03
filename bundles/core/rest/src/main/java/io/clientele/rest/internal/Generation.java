package io.clientele.rest.internal;

import io.clientele.rest.Route;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.ResourceProvider;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/** One complete routing table. Resources only go from it, by closing to visitors; one that comes makes another table. */
final class Generation {
    private static final ClassLoader CXF = JAXRSServerFactoryBean.class.getClassLoader();

    private final List<Registration> resources;
    private final List<Registration> mostSpecificFirst;
    private final Streams streams;
    private final Map<Method, Operation> operations = new HashMap<>();
    private final JsonBody json = new JsonBody();
    private final Constraints constraints = new Constraints();
    private final DirectRoutes direct;
    private final Visitors visitors = new Visitors();
    private final @Nullable Bus bus;
    private final @Nullable Server server;
    private final @Nullable AbstractHTTPDestination destination;
    private volatile byte @Nullable [] description;

    Generation(List<Registration> resources, Streams streams) {
        this.resources = resources;
        this.mostSpecificFirst = new ArrayList<>(resources);
        mostSpecificFirst.sort(Comparator.comparingInt((Registration r) -> PathTemplate.literals(r.root()))
                .reversed());
        this.streams = streams;
        for (Registration resource : resources) {
            resource.operations().forEach(o -> operations.put(o.method(), o));
        }
        direct = new DirectRoutes(resources, json, constraints);
        // CXF serves no empty table, and nobody asks for one.
        bus = resources.isEmpty() ? null : bus();
        server = bus == null ? null : create(bus);
        destination = server == null ? null : (AbstractHTTPDestination) server.getDestination();
    }

    private static Bus bus() {
        return withCxfLoader(() -> new ExtensionManagerBus(new HashMap<>(), new HashMap<>(), CXF));
    }

    /** CXF finds its own parts through the thread's loader, which is nobody's in a framework of bundles. */
    private static <T> T withCxfLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CXF);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Server create(Bus bus) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        List<Class<?>> classes = new ArrayList<>();
        Map<Class<?>, ResourceProvider> providers = new HashMap<>();
        for (Registration resource : resources) {
            classes.add(resource.type());
            providers.put(resource.type(), new SingletonResourceProvider(resource.resource()));
        }
        factory.setResourceClasses(classes);
        providers.forEach(factory::setResourceProvider);
        factory.setInvoker(new ValidatingInvoker(operations, constraints, streams, json));
        factory.setProviders(
                List.of(json, new ProblemMapper(direct::verbs), new AccessFilter(operations), new EntityTags()));
        return withCxfLoader(factory::create);
    }

    Visitors visitors() {
        return visitors;
    }

    /** The resource that may answer this path, or null; of several, the one whose own path says most. One that went leaves its paths to nobody. */
    @Nullable
    Registration at(String path) {
        for (int i = 0; i < mostSpecificFirst.size(); i++) {
            Registration each = mostSpecificFirst.get(i);
            if (PathTemplate.covers(each.root(), path)) {
                return each.visitors().isClosed() ? null : each;
            }
        }
        return null;
    }

    /** The operations of one owner's resources. */
    List<Route> routesOf(String owner) {
        return resources.stream()
                .filter(r -> r.owner().equals(owner) && !r.visitors().isClosed() && r.obstacle() == null)
                .flatMap(r ->
                        r.operations().stream().map(o -> new Route(o.verb(), r.root(), o.template(), o.permission())))
                .toList();
    }

    /** Whether one of the owner's resources went since. */
    boolean holdsGone(String owner) {
        return resources.stream()
                .anyMatch(r -> r.owner().equals(owner) && r.visitors().isClosed());
    }

    boolean holds(Object resource) {
        return resources.stream().anyMatch(r -> r.resource() == resource);
    }

    /** The description of exactly these resources, made when first asked for. */
    byte[] description() {
        byte[] made = description;
        if (made == null) {
            made = OpenApi.toBytes(resources);
            description = made;
        }
        return made;
    }

    /** What may be done at a path, in the order of the alphabet; nothing if there is no operation. */
    Set<String> verbs(String path) {
        return direct.verbs(path);
    }

    /** How long the body of a request may be at most. */
    long bodyLimit(HttpServletRequest request, long hostLimit) {
        return direct.bodyLimit(request.getMethod(), request.getRequestURI(), hostLimit);
    }

    void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response) throws IOException {
        DirectOperation operation = direct.find(request, request.getRequestURI());
        if (operation != null) {
            operation.serve(Call.of(request), request, response);
            return;
        }
        Objects.requireNonNull(destination).invoke(config, config.getServletContext(), request, response);
    }

    void destroy() {
        if (server != null && bus != null) {
            server.destroy();
            bus.shutdown(true);
        }
    }
}
