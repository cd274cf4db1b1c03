/** What the user types and sees: arguments, lines, progress. */
@NullMarked
package io.clientele.cli.console;

import org.jspecify.annotations.NullMarked;
