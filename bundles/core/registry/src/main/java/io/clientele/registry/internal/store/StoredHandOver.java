package io.clientele.registry.internal.store;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A hand-over as it stands. */
public record StoredHandOver(long id, Order order, UserId begunBy, Instant begunAt, Progress progress) {
    /**
     * Who gets whose customers.
     *
     * @param user who gets them, or null if a team does
     * @param team the team that gets them, or null if a user does
     * @param filter which of them, or null for all
     */
    public record Order(UserId from, @Nullable UserId user, @Nullable TeamId team, @Nullable String filter) {}

    /**
     * How far it has come.
     *
     * @param refused how many customers could not be handed over
     * @param place where the list of customers goes on, or null at its beginning
     */
    public record Progress(long moved, long refused, @Nullable String place, boolean done) {
        /** Nothing yet. */
        public static final Progress NONE = new Progress(0, 0, null, false);
    }
}
