/** How the host routes, guards and answers. */
@NullMarked
package io.clientele.rest.internal;

import org.jspecify.annotations.NullMarked;
