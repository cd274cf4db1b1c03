/** The shell's side on the server: which screens there are, and their files. */
@NullMarked
package io.clientele.shell.internal;

import org.jspecify.annotations.NullMarked;
