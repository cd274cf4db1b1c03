/** The tables of events, feeds and parked events, and the order in which each database gives its events out. */
@NullMarked
package io.clientele.events.internal.store;

import org.jspecify.annotations.NullMarked;
