package io.clientele.rest.host;

import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.UnavailableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes parts of the platform again that failed as they were made, as when the database was away for a moment: the framework itself does so only when something
 * that they need changes. Modules have a life cycle of their own and are left alone.
 */
@Component(
        service = {},
        immediate = true)
public final class ComponentRepair {
    static final int ATTEMPTS = 10;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What has not failed for so long begins anew when it fails. */
    static final Duration FORGIVEN = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(ComponentRepair.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;
    private final LongSupplier nanos;
    private final Map<Part, Attempts> attempts = new HashMap<>();
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("clientele-repair"));

    /** What can be made again. */
    private record Part(long bundle, String name) {}

    /** How often it was, and when it may be the next time. */
    private record Attempts(int made, long nextNanos) {
        boolean isDue(long now) {
            return now - nextNanos >= 0;
        }

        boolean isForgiven(long now) {
            return now - nextNanos >= FORGIVEN.toNanos();
        }

        Attempts another(long now) {
            return new Attempts(made + 1, now + pause(made + 1).toNanos());
        }

        static Duration pause(int made) {
            Duration doubled = FIRST_PAUSE.multipliedBy(1L << made);
            return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    @Activate
    public ComponentRepair(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this(context, runtime, System::nanoTime);
        var unused = worker.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    ComponentRepair(BundleContext context, ServiceComponentRuntime runtime, LongSupplier nanos) {
        this.context = context;
        this.runtime = runtime;
        this.nanos = nanos;
    }

    /** Looks for failed parts, and makes those again whose time has come. One thread at a time. */
    void look() {
        long now = nanos.getAsLong();
        try {
            attempts.values().removeIf(past -> past.isForgiven(now));
            failed().forEach(part -> consider(part, now));
        } catch (RuntimeException e) {
            // The next look is not far.
            LOG.debug("Something went while it was looked at", e);
        }
    }

    private List<ComponentConfigurationDTO> failed() {
        Bundle[] platform = Arrays.stream(context.getBundles())
                .filter(StartProgress::isOfPlatform)
                .toArray(Bundle[]::new);
        return runtime.getComponentDescriptionDTOs(platform).stream()
                .flatMap(part -> runtime.getComponentConfigurationDTOs(part).stream())
                .filter(part -> part.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .toList();
    }

    private void consider(ComponentConfigurationDTO failed, long now) {
        ComponentDescriptionDTO part = failed.description;
        if (isForWantOfSomething(failed)) {
            // However long that lasts, the part is not to blame, and it must not take minutes once it is over.
            LOG.info("{} could not be made for now: {}", part.name, ComponentsHealth.reason(failed));
            makeAgain(part);
            return;
        }
        Part key = new Part(part.bundle.id, part.name);
        Attempts past = attempts.computeIfAbsent(key, k -> new Attempts(0, now + FIRST_PAUSE.toNanos()));
        if (past.made() > ATTEMPTS) {
            // Given up, and not forgiven while it stays as it is.
            attempts.put(key, new Attempts(past.made(), now));
            return;
        }
        if (!past.isDue(now)) {
            return;
        }
        attempts.put(key, past.another(now));
        String reason = ComponentsHealth.reason(failed);
        if (past.made() == ATTEMPTS) {
            LOG.error("{} could not be made in {} more attempts and is given up: {}", part.name, ATTEMPTS, reason);
            return;
        }
        LOG.warn("{} could not be made: {}. Attempt {} of {}", part.name, reason, past.made() + 1, ATTEMPTS);
        makeAgain(part);
    }

    /** As when the database is away. */
    private static boolean isForWantOfSomething(ComponentConfigurationDTO failed) {
        return failed.failure != null && failed.failure.contains(UnavailableException.class.getName());
    }

    private void makeAgain(ComponentDescriptionDTO part) {
        var unused = runtime.disableComponent(part).onResolve(() -> enable(part));
    }

    private void enable(ComponentDescriptionDTO part) {
        var unused = runtime.enableComponent(part);
    }

    @Deactivate
    void stop() {
        worker.shutdown();
    }
}
