/** Matrices: two facts against each other, cut into cells. */
@NullMarked
package io.clientele.segmentation.internal.matrix;

import org.jspecify.annotations.NullMarked;
