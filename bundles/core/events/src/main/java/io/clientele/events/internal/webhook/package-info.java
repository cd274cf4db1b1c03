/** Tells outside systems what happens. */
@NullMarked
package io.clientele.events.internal.webhook;

import org.jspecify.annotations.NullMarked;
