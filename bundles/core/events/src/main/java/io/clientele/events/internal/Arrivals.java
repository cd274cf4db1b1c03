package io.clientele.events.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Tells those who wait for events in this process that some were committed. Others learn it by asking the database. */
@Component(service = Arrivals.class)
public final class Arrivals {
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public Arrivals() {}

    /** Adds somebody to tell which types arrived. Called on the thread of whoever committed, so it must not wait. */
    void add(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<Set<String>> listener) {
        listeners.remove(listener);
    }

    void announce(Set<String> types) {
        listeners.forEach(listener -> listener.accept(types));
    }
}
