package io.clientele.events.internal.store;

/** The right of one node to move one feed. Whoever takes it over gets a higher fence, and this one is good for nothing from then on. */
public record Lease(String feed, long fence) {}
