/** How customers, timelines and purchases are checked, folded and stored. */
@NullMarked
package io.clientele.registry.internal;

import org.jspecify.annotations.NullMarked;
