/** The tables of segments and the statements on them; each runs on the connection of the caller's unit of work. */
@NullMarked
package io.clientele.segmentation.internal.store;

import org.jspecify.annotations.NullMarked;
