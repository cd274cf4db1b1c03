package io.clientele.rest.host;

import static io.clientele.rest.host.OwnProcess.PORT_TAKEN;
import static io.clientele.rest.host.OwnProcess.WRONG_SETTING;

import io.clientele.kernel.DaemonThreads;
import io.clientele.rest.Routes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code etc/io.clientele.rest.cfg} and offers what it says to the host, once it makes sense and the port is there to be taken. What
 * makes none is told, and changes nothing: a server that runs keeps the settings it has, and one that starts ends.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.clientele.rest")
public final class HostConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(HostConfiguration.class);

    private static final int PATIENCE_SECONDS = 5;

    /**
     * How long a server that starts puts up with what it finds.
     *
     * @param attempts to get a port: the server before this one may take a moment to leave it
     * @param looks at a setting that is wrong: at first the framework gives what it read at the start before this one, the file as it is only then
     */
    record Patience(int attempts, int looks, int betweenMillis) {
        static final Patience USUAL = new Patience(20, 8, 500);
    }

    private final BundleContext context;
    private final OwnProcess process;
    private final Patience patience;
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("clientele-host-settings"));

    private volatile HostConfig latest;

    /** What the host was given. */
    private volatile @Nullable HostSettings given;

    private volatile @Nullable ServiceRegistration<HostSettings> registration;

    @Activate
    public HostConfiguration(BundleContext context, HostConfig config) {
        this(context, config, Patience.USUAL);
    }

    HostConfiguration(BundleContext context, HostConfig config, Patience patience) {
        this.context = context;
        this.patience = patience;
        this.process = new OwnProcess(context);
        this.latest = config;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        later(() -> take(config, 1), 0);
    }

    @Modified
    void change(HostConfig config) {
        latest = config;
        later(() -> take(config, 1), 0);
    }

    /** Over when all that was asked for so far has been looked at. */
    Future<?> idle() {
        return worker.submit(() -> {});
    }

    private void later(Runnable task, int millis) {
        try {
            var unused = worker.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed meanwhile", e);
        }
    }

    private void take(HostConfig config, int attempt) {
        if (config != latest) {
            return;
        }
        ConfiguredSettings read = ConfiguredSettings.of(config);
        HostSettings wanted = read.settings();
        Optional<Refusal> refusal =
                wanted == null ? Optional.of(new Refusal(WRONG_SETTING, read.faults())) : refusal(wanted);
        if (refusal.isPresent()) {
            refuse(config, refusal.get(), attempt);
        } else if (wanted != null && !wanted.equals(given)) {
            give(wanted);
        }
    }

    /** Why settings are not taken over. */
    private record Refusal(int code, List<String> faults) {}

    private Optional<Refusal> refusal(HostSettings wanted) {
        if (wanted.equals(given)) {
            return Optional.empty();
        }
        Optional<String> host = ListeningPlace.hostFault(wanted);
        if (host.isPresent()) {
            return Optional.of(new Refusal(WRONG_SETTING, List.of(host.get())));
        }
        return wanted.port() == usedPort()
                ? Optional.empty()
                : ListeningPlace.portFault(wanted).map(fault -> new Refusal(PORT_TAKEN, List.of(fault)));
    }

    private void refuse(HostConfig config, Refusal refusal, int attempt) {
        String line = file(config) + ": " + String.join("; ", refusal.faults());
        if (given != null) {
            process.tell(line + ". The server goes on with the settings it had before");
        } else if (attempt < (refusal.code() == PORT_TAKEN ? patience.attempts() : patience.looks())) {
            LOG.debug("{}. It is looked at again", line);
            later(() -> take(config, attempt + 1), patience.betweenMillis());
        } else {
            process.end(line + ". The server does not start", refusal.code());
        }
    }

    /** The port that our own host listens on, which is no other program's; -1 if it listens nowhere. */
    private int usedPort() {
        ServiceReference<Routes> reference = context.getServiceReference(Routes.class);
        Routes host = reference == null ? null : context.getService(reference);
        if (host == null) {
            return -1;
        }
        try {
            return host.uri().getPort();
        } finally {
            context.ungetService(reference);
        }
    }

    /** The new settings are there before the old ones go, so that the host moves once. */
    private void give(HostSettings wanted) {
        ServiceRegistration<HostSettings> before = registration;
        registration = context.registerService(HostSettings.class, wanted, null);
        given = wanted;
        if (before != null) {
            before.unregister();
        }
    }

    private static String file(HostConfig config) {
        String file = config.felix_fileinstall_filename();
        return file.isEmpty() ? "The configuration io.clientele.rest" : file.replaceFirst("^file:/*(?=/)", "");
    }

    /** Without an interruption: the host, and all that needs it, is made on the worker's thread. */
    @Deactivate
    void stop() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The host's settings are still being taken over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ServiceRegistration<HostSettings> offered = registration;
        if (offered != null) {
            offered.unregister();
        }
    }
}
