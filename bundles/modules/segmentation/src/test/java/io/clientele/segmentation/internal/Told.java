package io.clientele.segmentation.internal;

import io.clientele.events.Event;
import io.clientele.events.spi.EventHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what the module tells others. */
public final class Told implements EventHandler {
    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Override
    public void handle(Event event) {
        events.add(event);
    }

    /** What was told under this type, as details. */
    public List<String> details(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Event::detail)
                .toList();
    }

    public List<Long> customers(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Event::customer)
                .toList();
    }
}
