/** Commands for a Karaf with a shell. */
@NullMarked
package io.clientele.shell.internal;

import org.jspecify.annotations.NullMarked;
