package io.clientele.events.internal.store;

import java.util.Set;

/** How whoever reads events names the types it wants: exactly, or {@code noun.*}; every type by naming none. */
public final class EventTypes {
    private EventTypes() {}

    /** Whether {@code type} is among those that are {@code wanted}. */
    public static boolean include(Set<String> wanted, String type) {
        return wanted.isEmpty()
                || wanted.contains(type)
                || wanted.contains(type.substring(0, type.indexOf('.') + 1) + "*");
    }
}
