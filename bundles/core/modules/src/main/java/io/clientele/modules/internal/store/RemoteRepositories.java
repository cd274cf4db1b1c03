package io.clientele.modules.internal.store;

import io.clientele.kernel.DaemonThreads;
import io.clientele.modules.ModuleRepository;
import io.clientele.modules.internal.archive.ArchiveCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of features on other hosts. They are read in the background, each by a thread of its own, so that one that is down holds up neither the
 * others nor whoever asks what is on offer. Safe for use by many threads.
 */
public final class RemoteRepositories implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteRepositories.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private final List<Refreshed> all;
    private final Terms terms;
    private final Clock clock;
    private final ScheduledExecutorService readers;

    /**
     * How they are read.
     *
     * @param folder where copies are kept
     * @param certificates the folder of certificates of hosts that are trusted besides those that Java knows
     * @param patience how long one file may take
     * @param interval how often they are read anew
     */
    public record Terms(Path folder, Path certificates, Duration patience, Duration interval) {}

    /** Whether a place is on another host; {@code http:} is as well, and refused when it is read. */
    public static boolean isAddress(String place) {
        return place.matches("(?i)https?://.*");
    }

    /** Reads these for the first time, and returns before that is over. */
    public RemoteRepositories(List<String> lists, Terms terms, ArchiveCheck admission, Clock clock) {
        CheckedFiles files = new CheckedFiles(admission);
        this.clock = clock;
        this.all = lists.stream()
                .map(list -> new Refreshed(new RemoteRepository(list, terms.folder(), files, clock)))
                .toList();
        this.terms = terms;
        this.readers = Executors.newScheduledThreadPool(lists.size(), DaemonThreads.named("clientele-repositories"));
        for (Refreshed each : all) {
            Future<?> unused = readers.scheduleWithFixedDelay(
                    () -> refresh(each), 0, terms.interval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static final class Refreshed {
        private final RemoteRepository repository;
        private final AtomicBoolean running = new AtomicBoolean();
        private volatile Instant ended = Instant.EPOCH;

        Refreshed(RemoteRepository repository) {
            this.repository = repository;
        }
    }

    private void refresh(Refreshed each) {
        if (each.running.compareAndSet(false, true)) {
            try {
                each.repository.refresh(() -> new Download(TrustedHosts.in(terms.certificates()), terms.patience()));
                String problem = each.repository.state().problem();
                if (problem != null) {
                    LOG.warn("{}: {}", each.repository.state().address(), problem);
                }
            } finally {
                each.ended = clock.instant();
                each.running.set(false);
            }
        }
    }

    /** What was on offer when each was last read. */
    public List<Offer> offers() {
        return all.stream().flatMap(each -> each.repository.offers().stream()).toList();
    }

    /** How they were found. Whoever looks will look again: they are read anew meanwhile unless they just were. */
    public List<ModuleRepository> states() {
        stale().forEach(each -> readers.execute(() -> refresh(each)));
        return all.stream().map(each -> each.repository.state()).toList();
    }

    private Stream<Refreshed> stale() {
        Instant fresh = clock.instant().minus(FRESH);
        return all.stream().filter(each -> !each.running.get() && each.ended.isBefore(fresh));
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
