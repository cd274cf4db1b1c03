package io.clientele.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands.
 *
 * @param module the symbolic name of the bundle that reads it, or read it last
 * @param lag how many events wait for it; exact up to 10,000, an upper bound beyond
 * @param oldest when the oldest of them was recorded, or null if none waits
 * @param rate events handled per second, over about the last minute
 * @param parked how many events its handler could not handle
 */
public record FeedStatus(
        String name, String module, State state, long lag, @Nullable Instant oldest, double rate, long parked) {
    /** What a feed is doing. */
    public enum State {
        /** Events wait, and are being handled. */
        RUNNING,
        /** All events are handled. */
        WAITING,
        /** Its handler did not come back within its deadline; it waits to be replaced. */
        HUNG,
        /** Its handler is on no node. */
        ABSENT
    }
}
