package io.clientele.segmentation.internal.matrix;

/** A cell of a matrix by its classes on both axes, from 1. */
public record Place(int x, int y) {}
