/** Groups of customers that nobody defined: k-means over what they bought. */
@NullMarked
package io.clientele.segmentation.internal.cluster;

import org.jspecify.annotations.NullMarked;
