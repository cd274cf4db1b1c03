/** How segments are kept: definitions, membership, what moves it. */
@NullMarked
package io.clientele.segmentation.internal;

import org.jspecify.annotations.NullMarked;
