package io.clientele.access;

import org.jspecify.annotations.Nullable;

/**
 * A part of the firm.
 *
 * @param version changes with every write
 * @param parent the team it is a part of, or null at the top
 */
public record Team(TeamId id, long version, String name, @Nullable TeamId parent) {}
