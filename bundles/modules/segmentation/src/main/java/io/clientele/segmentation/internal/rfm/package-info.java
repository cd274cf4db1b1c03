/** RFM: how recently, how often and for how much customers bought, as scores. */
@NullMarked
package io.clientele.segmentation.internal.rfm;

import org.jspecify.annotations.NullMarked;
