package io.clientele.registry;

/**
 * How one customer stands to another, seen from one of the two.
 *
 * @param kind in a word, such as {@code employer}
 * @param direction {@code OUT} if it was recorded at the customer it is read from, {@code IN} if at the other
 * @param other the customer at the far end
 */
public record Relation(RelationId id, String kind, Direction direction, CustomerId other, String otherName) {}
