/** Grades: bands over a fact, and what keeps customers in them. */
@NullMarked
package io.clientele.segmentation.internal.grade;

import org.jspecify.annotations.NullMarked;
