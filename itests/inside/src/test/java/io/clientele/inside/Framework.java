package io.clientele.inside;

import io.clientele.access.Callers;
import io.clientele.kernel.ConflictException;
import io.clientele.modules.Modules;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;

/** What a bundle can learn about the framework it is in. */
record Framework(BundleContext context) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String OURS = "io.clientele.";

    /** Returns when the last of the core's bundles offers its service, and nothing waits for tables any more. */
    void awaitStarted() {
        service(Modules.class);
        await(() -> unsatisfied().isEmpty());
    }

    /** Returns when it is so, or after some patience: whoever relies on it will tell. */
    void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Returns when no change of a module runs: modules are looked at when the framework comes up, and a change has its turn to the end. */
    void awaitIdle() {
        await(this::isIdle);
    }

    private boolean isIdle() {
        try {
            asSystem(() -> service(Modules.class).repair());
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    /** What the system itself may do. */
    <T> T asSystem(Supplier<T> work) {
        Callers callers = service(Callers.class);
        return callers.as(callers.system(), work);
    }

    <T> T service(Class<T> type) {
        return type.cast(service(type.getName()));
    }

    private Object service(String type) {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, type, null);
        tracker.open(true);
        try {
            Object service = tracker.waitForService(PATIENCE.toMillis());
            if (service == null) {
                throw new IllegalStateException("nobody offers " + type);
            }
            return service;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            tracker.close();
        }
    }

    Optional<Bundle> bundle(String symbolicName) {
        return bundles().filter(b -> symbolicName.equals(b.getSymbolicName())).findAny();
    }

    /** Bundles that are not started; fragments never are. */
    List<Bundle> inactive() {
        return bundles()
                .filter(b -> b.getState() != (isFragment(b) ? Bundle.RESOLVED : Bundle.ACTIVE))
                .toList();
    }

    /** Names that more than one bundle has. */
    List<String> duplicates() {
        Map<String, Long> copies =
                bundles().collect(Collectors.groupingBy(Bundle::getSymbolicName, Collectors.counting()));
        return copies.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Imports of our bundles that need not, or not yet, be satisfied. */
    List<String> looseImports() {
        return ours().flatMap(
                        b -> b
                                .adapt(BundleRevision.class)
                                .getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)
                                .stream())
                .filter(r -> r.getDirectives().containsKey(Constants.RESOLUTION_DIRECTIVE))
                .filter(r ->
                        !Constants.RESOLUTION_MANDATORY.equals(r.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
                .map(Object::toString)
                .toList();
    }

    List<ComponentDescriptionDTO> components() {
        Bundle[] ours = ours().toArray(Bundle[]::new);
        return List.copyOf(service(ServiceComponentRuntime.class).getComponentDescriptionDTOs(ours));
    }

    /** Our components that wait for something, or were never configured. */
    List<String> unsatisfied() {
        ServiceComponentRuntime runtime = service(ServiceComponentRuntime.class);
        return components().stream()
                .filter(component -> !satisfied(runtime.getComponentConfigurationDTOs(component)))
                .map(component -> component.name)
                .toList();
    }

    private static boolean satisfied(Collection<ComponentConfigurationDTO> configurations) {
        return !configurations.isEmpty()
                && configurations.stream()
                        .allMatch(c -> c.state == ComponentConfigurationDTO.SATISFIED
                                || c.state == ComponentConfigurationDTO.ACTIVE);
    }

    /** The methods of all resources that answer requests. */
    List<Method> operations() {
        try {
            ServiceReference<?>[] resources = context.getAllServiceReferences(null, "(osgi.jakartars.resource=true)");
            return Arrays.stream(resources)
                    .map(context::getService)
                    .flatMap(resource -> Arrays.stream(resource.getClass().getMethods()))
                    .filter(Framework::answersRequests)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean answersRequests(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private Stream<Bundle> bundles() {
        return Arrays.stream(context.getBundles());
    }

    private Stream<Bundle> ours() {
        return bundles().filter(b -> b.getSymbolicName().startsWith(OURS));
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }
}
