/** The outbox, and a worker for every feed. */
@NullMarked
package io.clientele.events.internal;

import org.jspecify.annotations.NullMarked;
