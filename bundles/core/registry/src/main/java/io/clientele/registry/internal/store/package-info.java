/** The tables of the registry. */
@NullMarked
package io.clientele.registry.internal.store;

import org.jspecify.annotations.NullMarked;
