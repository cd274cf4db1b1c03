/** Commands for a Karaf with a shell. */
@NullMarked
package io.clientele.console.internal;

import org.jspecify.annotations.NullMarked;
