/** The HTTP API of a server as the commands need it. */
@NullMarked
package io.clientele.cli.api;

import org.jspecify.annotations.NullMarked;
