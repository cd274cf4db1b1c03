package io.clientele.segmentation.internal.grade;

import org.jspecify.annotations.Nullable;

/**
 * A grade.
 *
 * @param key what its customers' fact says, such as {@code A}
 * @param limit what the method makes a least value of; null for the last band, and where the method needs none
 */
public record Band(String key, String name, @Nullable Double limit) {}
