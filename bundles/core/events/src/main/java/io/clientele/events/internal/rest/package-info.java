/** Feeds, webhooks and the stream of events, over HTTP. */
@NullMarked
package io.clientele.events.internal.rest;

import org.jspecify.annotations.NullMarked;
