package io.clientele.events.internal.store;

import io.clientele.events.Event;
import java.util.List;

/** The next events of a feed, and where it stands once they are handled. */
public record Slice(List<Event> events, Cursor after) {
    public Slice {
        events = List.copyOf(events);
    }
}
