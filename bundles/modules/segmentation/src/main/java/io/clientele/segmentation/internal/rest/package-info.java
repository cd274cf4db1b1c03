/** Segmentation over HTTP. */
@NullMarked
package io.clientele.segmentation.internal.rest;

import org.jspecify.annotations.NullMarked;
