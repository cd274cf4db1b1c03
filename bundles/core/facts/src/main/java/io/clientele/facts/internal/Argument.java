package io.clientele.facts.internal;

/**
 * A value as it was written, without its quotes and escapes.
 *
 * @param prefix whether a star that is neither quoted nor escaped follows it
 * @param at where it begins in the filter
 */
record Argument(String text, boolean prefix, int at) {}
