package io.clientele.rest.internal;

import java.util.List;

/**
 * A resource that may be served.
 *
 * @param owner whose it is, for the log
 * @param visitors the requests inside it, through whichever routes they came
 */
record Registration(Object resource, String owner, String root, List<Operation> operations, Visitors visitors) {
    /** Reads a resource's class; fails with {@link ResourceMethods.Refused} or a {@code LinkageError} of the class itself. */
    static Registration of(Object resource, String owner) {
        Class<?> type = resource.getClass();
        return new Registration(resource, owner, ResourceMethods.root(type), ResourceMethods.of(type), new Visitors());
    }

    Class<?> type() {
        return resource.getClass();
    }
}
