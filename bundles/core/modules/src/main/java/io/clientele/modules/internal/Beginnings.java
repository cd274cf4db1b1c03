package io.clientele.modules.internal;

import io.clientele.access.Caller;
import io.clientele.kernel.ProblemException;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.Wish;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.store.Storage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules that an installation begins with. One that was ever installed here is the administrator's business from then on. */
final class Beginnings {
    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private final List<String> names;
    private final Storage storage;
    private final Targets targets;
    private final Planner planner;
    private final Changes changes;

    Beginnings(List<String> names, Storage storage, Targets targets, Planner planner, Changes changes) {
        this.names = names;
        this.storage = storage;
        this.targets = targets;
        this.planner = planner;
        this.changes = changes;
    }

    /** Installs what was never here, in the order in which it is named. What cannot be installed is logged and left out. */
    void install(Caller by) {
        for (String name : names) {
            if (storage.modules().find(name).isEmpty()) {
                try {
                    install(Wish.of(ChangeKind.INSTALL, name), by);
                } catch (ProblemException e) {
                    LOG.error("{} is to be there from the beginning, but: {}", name, e.getMessage());
                }
            }
        }
    }

    private void install(Wish wish, Caller by) {
        Editions editions = targets.of(wish);
        List<String> refusals = planner.plan(wish, editions).refusals();
        if (!refusals.isEmpty()) {
            LOG.error("{} is to be there from the beginning, but: {}", wish.module(), String.join("; ", refusals));
            return;
        }
        ModuleChange change = changes.swap(changes.open(wish, editions, by), editions);
        LOG.info("{} is there from the beginning: {}", wish.module(), change.outcome());
    }
}
