/** Handlers of events, good and bad, in the bench's own process. */
@NullMarked
package io.clientele.bench.handlers;

import org.jspecify.annotations.NullMarked;
