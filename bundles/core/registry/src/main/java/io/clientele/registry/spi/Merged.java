package io.clientele.registry.spi;

import io.clientele.registry.CustomerId;
import io.clientele.registry.MergeId;

/**
 * One customer that became part of another, or was taken out of it again.
 *
 * @param id names the merge, also when it is undone: a module notes by it what it moved
 */
public record Merged(MergeId id, CustomerId survivor, CustomerId other) {}
