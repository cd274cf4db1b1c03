/** The tables. */
@NullMarked
package io.clientele.access.internal.store;

import org.jspecify.annotations.NullMarked;
