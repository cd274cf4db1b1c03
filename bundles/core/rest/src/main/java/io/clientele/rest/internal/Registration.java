package io.clientele.rest.internal;

import io.clientele.rest.spi.RouteGate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that may be served.
 *
 * @param owner whose it is, for the log
 * @param visitors the requests inside it, through whichever routes they came
 * @param waiting what it waits for before it is served, or null if it never had to
 */
record Registration(
        Object resource,
        String owner,
        String root,
        List<Operation> operations,
        Visitors visitors,
        Gatekeeper.@Nullable Wait waiting) {
    /** Reads a resource's class; fails with {@link ResourceMethods.Refused} or a {@code LinkageError} of the class itself. */
    static Registration of(Object resource, String owner, Gatekeeper.@Nullable Wait waiting) {
        Class<?> type = resource.getClass();
        return new Registration(
                resource, owner, ResourceMethods.root(type), ResourceMethods.of(type), new Visitors(), waiting);
    }

    /** Why it is not served yet, or null if it is. */
    RouteGate.@Nullable Obstacle obstacle() {
        return waiting == null ? null : waiting.obstacle();
    }

    Class<?> type() {
        return resource.getClass();
    }
}
