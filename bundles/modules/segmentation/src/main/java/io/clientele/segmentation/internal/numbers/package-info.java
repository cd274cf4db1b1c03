/** Statistics that several parts of the module use. */
@NullMarked
package io.clientele.segmentation.internal.numbers;

import org.jspecify.annotations.NullMarked;
