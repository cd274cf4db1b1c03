package io.clientele.events.internal;

import io.clientele.events.Event;
import io.clientele.events.internal.store.EventTypes;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A handler and the feed that it reads.
 *
 * @param module the symbolic name of its bundle
 * @param types exact types, or {@code noun.*}; every type if empty
 * @param fromStart whether a feed that was never seen begins with the oldest event
 * @param beforeRequests whether the module is asked only once the feed has reached where events ended when the module came
 */
public record Subscription(
        EventHandler handler,
        String feed,
        String module,
        Set<String> types,
        boolean fromStart,
        boolean beforeRequests) {
    private static final int MAX_NAME = 200;

    public Subscription {
        types = Set.copyOf(types);
        if (feed.isBlank() || feed.length() > MAX_NAME) {
            throw new IllegalArgumentException("a feed's name has 1 to " + MAX_NAME + " characters");
        }
    }

    /** A feed that no request waits for. */
    Subscription(EventHandler handler, String feed, String module, Set<String> types, boolean fromStart) {
        this(handler, feed, module, types, fromStart, false);
    }

    /** Reads the properties that {@link Feed} describes. */
    public static Subscription of(EventHandler handler, String bundle, Map<String, Object> properties) {
        String named = text(properties, Feed.PREFIX_ + "module");
        String module = named.isEmpty() ? bundle : named;
        String name = text(properties, "clientele.feed");
        name = name.isEmpty() ? text(properties, Feed.PREFIX_ + "name") : name;
        String from = text(properties, Feed.PREFIX_ + "from");
        if (!from.isEmpty() && !from.equals(Feed.NOW) && !from.equals(Feed.START)) {
            throw new IllegalArgumentException("a feed begins now or at the start, not " + from);
        }
        Set<String> types = texts(properties.get(Feed.PREFIX_ + "types"));
        return new Subscription(
                handler,
                name.isEmpty() ? module : name,
                module,
                types,
                from.equals(Feed.START),
                Boolean.TRUE.equals(properties.get(Feed.PREFIX_ + "beforeRequests")));
    }

    private static String text(Map<String, Object> properties, String name) {
        return properties.get(name) instanceof String text ? text.strip() : "";
    }

    private static Set<String> texts(@Nullable Object value) {
        if (value instanceof String one) {
            return one.isBlank() ? Set.of() : Set.of(one);
        }
        return value instanceof String[] many ? Set.copyOf(List.of(many)) : Set.of();
    }

    /** Whether events of this type are for this handler. */
    boolean wants(String type) {
        return EventTypes.include(types, type);
    }

    boolean wantsAny(Set<String> arrived) {
        return types.isEmpty() || arrived.stream().anyMatch(this::wants);
    }

    List<Event> wanted(List<Event> events) {
        return types.isEmpty()
                ? events
                : events.stream().filter(event -> wants(event.type())).toList();
    }
}
