/** Work done through the HTTP API of a server, here or elsewhere. */
@NullMarked
package io.clientele.cli.remote;

import org.jspecify.annotations.NullMarked;
