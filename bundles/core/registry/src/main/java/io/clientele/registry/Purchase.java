package io.clientele.registry;

import java.time.Instant;

/**
 * A purchase on record; it never changes, save that a return can name it.
 *
 * @param returned whether a return names it
 */
public record Purchase(PurchaseId id, CustomerId customer, NewPurchase content, boolean returned, Instant recordedAt) {}
