package io.clientele.events.internal;

import io.clientele.events.FeedStatus;
import io.clientele.events.FeedStatus.State;
import io.clientele.events.internal.store.Backlog;
import io.clientele.events.internal.store.StoredFeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out how feeds stand, on whatever node they are. */
final class Statuses {
    private final Tools tools;
    private final Rates rates = new Rates();

    Statuses(Tools tools) {
        this.tools = tools;
    }

    List<FeedStatus> read() {
        return tools.transactions().read(connection -> {
            Instant now = tools.clock().instant();
            List<FeedStatus> all = new ArrayList<>();
            for (StoredFeed feed : tools.feeds().all(connection)) {
                all.add(status(connection, feed, now));
            }
            Set<String> names = all.stream().map(FeedStatus::name).collect(Collectors.toSet());
            rates.keepOnly(names);
            return all;
        });
    }

    private FeedStatus status(Connection connection, StoredFeed feed, Instant now) throws SQLException {
        Backlog backlog = tools.order().backlog(connection, feed.cursor());
        double rate = rates.rate(feed.name(), feed.handled(), now);
        return new FeedStatus(
                feed.name(),
                feed.module(),
                state(feed, backlog),
                backlog.events(),
                backlog.oldest(),
                rate,
                feed.parked());
    }

    private static State state(StoredFeed feed, Backlog backlog) {
        if (!feed.leased()) {
            return State.ABSENT;
        }
        if (feed.hung()) {
            return State.HUNG;
        }
        return backlog.events() > 0 ? State.RUNNING : State.WAITING;
    }
}
