package io.clientele.events.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Tells those who wait for events in this process that some were committed. Others learn it by asking the database. */
@Component(service = Arrivals.class)
public final class Arrivals {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Somebody who waits for events. */
    interface Listener {
        /** Events were committed. Called on the thread of whoever committed them, so it must not wait. */
        void arrived();
    }

    @Activate
    public Arrivals() {}

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    void announce() {
        listeners.forEach(Listener::arrived);
    }
}
