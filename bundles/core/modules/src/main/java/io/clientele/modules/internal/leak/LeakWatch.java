package io.clientele.modules.internal.leak;

import io.clientele.modules.internal.archive.Archive;
import java.time.Duration;
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
    private static final Duration UNDISTURBED = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Each takes a while to be explained, and the first ones tell what is wrong. */
    private static final int MOST_AT_ONCE = 4;

    private final List<Departed> departed = new CopyOnWriteArrayList<>();
    private final Map<Departed, String> explained = new ConcurrentHashMap<>();
    private final Holders holders;

    public LeakWatch(Holders holders) {
        this.holders = holders;
    }

    /** Finds out who holds on to class loaders. */
    interface Holders {
        /** What keeps each of them alive, in words, where that can be found out. */
        Map<Departed, String> of(List<Departed> departed);
    }

    /** Called before a bundle is uninstalled. */
    public void departed(Archive archive, Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring != null) {
            departed(archive.name(), archive.toString(), wiring.getClassLoader());
        }
    }

    void departed(String module, String edition, ClassLoader loader) {
        departed.add(new Departed(module, edition, new DepartedLoader(loader)));
    }

    /**
     * As {@link #check}, for which everybody stands still: not if somebody was served a moment ago.
     *
     * @param quietFor for how long nobody was
     * @return whether there is no more to do
     */
    public boolean checkUnlessBusy(Duration quietFor) {
        if (sweep() && quietFor.compareTo(UNDISTURBED) < 0) {
            return false;
        }
        check();
        return true;
    }

    /** Collects garbage a few times at most, and finds out once for each of whatever is left what holds on to it. */
    public void check() {
        for (int i = 0; i < COLLECTIONS && sweep(); i++) {
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        sweep();
        List<Departed> unexplained = departed.stream()
                .filter(left -> !explained.containsKey(left))
                .limit(MOST_AT_ONCE)
                .toList();
        if (unexplained.isEmpty()) {
            return;
        }
        Map<Departed, String> found = holders.of(unexplained);
        for (Departed left : unexplained) {
            String holder = found.getOrDefault(left, "something that could not be found out");
            explained.put(left, holder);
            LOG.warn("{} was stopped, but its classes are still held by {}", left.edition(), holder);
        }
    }

    /** Forgets what is gone; returns whether something is left. */
    private boolean sweep() {
        departed.removeIf(each -> each.loader().get() == null);
        explained.keySet().retainAll(departed);
        return !departed.isEmpty();
    }

    /** What holds on to editions of a module that went, as it was when it was last looked for. */
    public List<String> of(String module) {
        return departed.stream()
                .filter(left -> left.module().equals(module) && explained.containsKey(left))
                .map(left -> left.edition() + " is held by " + explained.get(left))
                .toList();
    }
}
