/** From the columns of a file to what the registry takes: which column means what, and what its values say. */
@NullMarked
package io.clientele.registry.internal.transfer.mapping;

import org.jspecify.annotations.NullMarked;
