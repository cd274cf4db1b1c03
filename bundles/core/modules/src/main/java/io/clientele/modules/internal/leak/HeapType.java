package io.clientele.modules.internal.leak;

import java.util.List;

/**
 * A class in a heap dump.
 *
 * @param id of the class object
 * @param parent of the superclass, or 0
 * @param loader of its class loader, or 0
 * @param statics its static references
 * @param fields its own fields, in the order in which an instance holds them, before those of the superclass
 */
record HeapType(long id, long parent, long loader, List<Static> statics, List<Field> fields) {
    /** A static field and what it refers to. */
    record Static(long name, long value) {}

    /** A field of each instance. */
    record Field(long name, int bytes, boolean isReference) {}
}
