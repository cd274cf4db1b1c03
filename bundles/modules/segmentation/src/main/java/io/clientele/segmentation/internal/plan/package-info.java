/** What segments are used for: who can be approached, when and by which channel, and files of members. */
@NullMarked
package io.clientele.segmentation.internal.plan;

import org.jspecify.annotations.NullMarked;
