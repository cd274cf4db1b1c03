/** The command line: one class that picks a command. */
@NullMarked
package io.clientele.cli;

import org.jspecify.annotations.NullMarked;
