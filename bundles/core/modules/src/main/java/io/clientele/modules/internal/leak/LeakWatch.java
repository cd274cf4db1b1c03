package io.clientele.modules.internal.leak;

import io.clientele.modules.internal.archive.Archive;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers the class loader of each edition that went, weakly, and tells which of them somebody still holds. */
public final class LeakWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LeakWatch.class);
    private static final int COLLECTIONS = 3;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final List<Departed> departed = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> findings = new ConcurrentHashMap<>();
    private final Holders holders;

    public LeakWatch(Holders holders) {
        this.holders = holders;
    }

    /** Finds out who holds on to class loaders. */
    public interface Holders {
        /** For each of {@code loaders}, what keeps it alive, in words. */
        List<String> of(Departed departed);
    }

    /** Called before a bundle is uninstalled. */
    public void departed(Archive archive, Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring != null) {
            departed.add(
                    new Departed(archive.name(), archive.toString(), new WeakReference<>(wiring.getClassLoader())));
        }
    }

    /** Collects garbage a few times at most, and names what holds on to whatever is left. */
    public void check() {
        for (int i = 0; i < COLLECTIONS && sweep(); i++) {
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        sweep();
        Map<String, List<String>> found = new ConcurrentHashMap<>();
        for (Departed left : departed) {
            List<String> known = holders.of(left);
            List<String> names = known.isEmpty() ? List.of("something that could not be found out") : known;
            LOG.warn("{} was stopped, but its classes are still held by {}", left.edition(), names);
            found.computeIfAbsent(left.module(), m -> new ArrayList<>())
                    .addAll(names.stream()
                            .map(name -> left.edition() + " is held by " + name)
                            .toList());
        }
        findings.clear();
        findings.putAll(found);
    }

    /** Forgets what is gone; returns whether something is left. */
    private boolean sweep() {
        departed.removeIf(each -> each.loader().get() == null);
        return !departed.isEmpty();
    }

    /** Whether an edition went whose end has not been seen yet. */
    public boolean isPending() {
        return sweep();
    }

    /** What was found of a module when it was last looked for. */
    public List<String> of(String module) {
        return List.copyOf(findings.getOrDefault(module, List.of()));
    }
}
