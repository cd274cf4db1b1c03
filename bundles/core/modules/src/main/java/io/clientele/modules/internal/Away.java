package io.clientele.modules.internal;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.rest.Route;
import io.clientele.rest.Routes;
import io.clientele.rest.Routes.Absence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The modules that are away now. An absence outlives the change that began it if the module does not come back. */
final class Away {
    private final Routes routes;
    private final Duration retryAfter;
    private final Map<String, Absence> absences = new ConcurrentHashMap<>();

    Away(Routes routes, Duration retryAfter) {
        this.routes = routes;
        this.retryAfter = retryAfter;
    }

    /** From now on, the paths of both editions answer 503. */
    Absence begin(String module, @Nullable Archive from, @Nullable Archive to) {
        Set<String> roots = new TreeSet<>();
        for (Archive archive : new Archive[] {from, to}) {
            if (archive != null) {
                roots.addAll(archive.roots());
                routes.of(archive.symbolicName()).forEach(route -> roots.add(route.root()));
            }
        }
        Absence begun = routes.announce(module, roots, retryAfter);
        Absence before = absences.put(module, begun);
        if (before != null) {
            before.close();
        }
        return begun;
    }

    /** The module is back, or gone for good. */
    void end(String module) {
        Absence absence = absences.remove(module);
        if (absence != null) {
            absence.close();
        }
    }

    /** Lets the routes forget what went: requests that come from now on hold on to nothing of it. */
    void forget(Archive gone) {
        List<Route> unused = routes.of(gone.symbolicName());
    }

    boolean isAway(String module) {
        return absences.containsKey(module);
    }

    /** Those that are away. */
    SortedSet<String> modules() {
        return new TreeSet<>(absences.keySet());
    }

    void endAll() {
        Set.copyOf(absences.keySet()).forEach(this::end);
    }
}
