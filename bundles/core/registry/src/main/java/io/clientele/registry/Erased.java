package io.clientele.registry;

import java.time.Instant;

/** That a customer was erased, and when: all that is left. */
public record Erased(CustomerId customer, Instant at) {}
