/** What a segment is worth: its size, growth, value and traits, what was decided about it, and how it is treated differently. */
@NullMarked
package io.clientele.segmentation.internal.assessment;

import org.jspecify.annotations.NullMarked;
