/** Who signs in, how, and what they may do. */
@NullMarked
package io.clientele.access.internal;

import org.jspecify.annotations.NullMarked;
