package io.clientele.modules.internal.leak;

/**
 * An object that refers to the next one of a chain.
 *
 * @param type of the object; 0 if it is a class itself
 * @param field by which it refers to the next
 */
record Link(long object, long type, String field) {}
