package io.clientele.registry;

import java.time.Instant;

/**
 * A person or organisation the firm deals with, or hopes to.
 *
 * @param version changes with every write
 * @param romanName the name in lower-case Latin letters: lists are sorted and searched by it
 */
public record Customer(
        CustomerId id, long version, Profile profile, String romanName, Instant createdAt, Instant updatedAt) {}
