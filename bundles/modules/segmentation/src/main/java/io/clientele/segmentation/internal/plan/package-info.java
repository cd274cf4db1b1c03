/** What segments are used for: who can be approached, when, by which channel and with what, and files of members. */
@NullMarked
package io.clientele.segmentation.internal.plan;

import org.jspecify.annotations.NullMarked;
