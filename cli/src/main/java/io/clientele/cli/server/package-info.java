/** The server on this machine: unpacked, started, watched and stopped. */
@NullMarked
package io.clientele.cli.server;

import org.jspecify.annotations.NullMarked;
