package io.clientele.registry;

import io.clientele.access.UserId;
import java.time.Instant;

/** An entry of a customer's timeline; it never changes. */
public record Interaction(
        InteractionId id, CustomerId customer, NewInteraction content, UserId recordedBy, Instant recordedAt) {}
