package io.clientele.segmentation.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * What is said to a customer.
 *
 * @param why the tag that the piece and the customer share; null if the piece is for everybody
 */
public record Said(String key, String title, @Nullable String why) {}
