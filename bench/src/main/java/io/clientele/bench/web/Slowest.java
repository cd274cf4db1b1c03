package io.clientele.bench.web;

/** An input and the milliseconds to its answer. */
public record Slowest(String name, double millis) {}
