package io.clientele.events.internal;

import io.clientele.events.Event;
import io.clientele.events.internal.FeedMoves.Move;
import io.clientele.events.internal.store.Lease;
import io.clientele.events.internal.store.LostLeaseException;
import io.clientele.events.internal.store.ParkedTable.Failure;
import io.clientele.kernel.UnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the events that a handler fails at: they go one by one, then rest and are tried again, are parked in the end, and tried once
 * more when somebody asks for it. For the thread of one feed.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    /** As often in a row; where waits are short that takes some seconds, and whoever holds rows for longer makes others fail. */
    private static final int GIVES_WAY = 100;

    /** Two that lock each other out shall not begin again at the same time. */
    private static final int LONGEST_WAY_MILLIS = 60;

    private static final int SHORTEST_WAY_MILLIS = 20;

    private final Tools tools;
    private final FeedMoves moves;
    private final Counters counters;
    private final Consumer<Move> passing;
    private final Map<Long, Integer> attempts = new HashMap<>();
    private int singly;
    private int gaveWay;

    /**
     * For one feed.
     *
     * @param passing is told when the feed has passed an event by parking it
     */
    Failures(Tools tools, FeedMoves moves, Counters counters, Consumer<Move> passing) {
        this.tools = tools;
        this.moves = moves;
        this.counters = counters;
        this.passing = passing;
    }

    /** Whether events go one by one, as one of them failed. */
    boolean areRecent() {
        return singly > 0;
    }

    /** How many events are read next. */
    int portion() {
        return areRecent() ? 1 : tools.tuning().batch();
    }

    /** So many events are behind the feed. */
    void passed(int events) {
        singly = Math.max(0, singly - events);
        if (singly == 0) {
            attempts.clear();
        }
        if (events > 0) {
            gaveWay = 0;
        }
    }

    void forget() {
        attempts.clear();
        singly = 0;
        gaveWay = 0;
    }

    /** Deals with a failure; returns how many milliseconds to rest after it. */
    long failed(FailedMoveException e, @Nullable Lease held) {
        if (e.isContended() && gaveWay < GIVES_WAY) {
            gaveWay++;
            LOG.debug("A handler gave way to others who change the same rows", e.getCause());
            return ThreadLocalRandom.current().nextInt(SHORTEST_WAY_MILLIS, LONGEST_WAY_MILLIS);
        }
        counters.failed();
        if (held == null) {
            return 0;
        }
        if (e.given().size() > 1) {
            LOG.debug("A batch of the feed {} failed; its events go one by one", held.feed(), e.getCause());
            singly = e.passing();
            return 0;
        }
        Event event = e.given().get(0);
        singly = Math.max(1, singly);
        int failed = attempts.merge(event.sequence(), 1, Integer::sum);
        if (failed < tools.tuning().attempts()) {
            LOG.warn(
                    "The feed {} failed at event {} ({}), attempt {}",
                    held.feed(),
                    event.sequence(),
                    event.type(),
                    failed,
                    e.getCause());
            return tools.tuning().restMillis(failed);
        }
        park(held, event, new Failure(failed, e.reason(), tools.clock().instant()));
        return 0;
    }

    private void park(Lease held, Event event, Failure failure) {
        try {
            moves.park(held, event, failure).ifPresent(passing);
            LOG.error("The feed {} goes on without event {}, which is parked", held.feed(), event.sequence());
        } catch (LostLeaseException | UnavailableException e) {
            LOG.info("Event {} is not parked yet: {}", event.sequence(), e.getMessage());
        }
    }

    /** Tries what is parked and asked for, for as long as it is allowed to go on. */
    void retryParked(Lease held, BooleanSupplier goOn) {
        boolean more = true;
        while (more && goOn.getAsBoolean()) {
            try {
                more = moves.retry(held).isPresent();
            } catch (FailedMoveException e) {
                counters.failed();
                Failure failure = new Failure(1, e.reason(), tools.clock().instant());
                moves.keepParked(held, e.given().get(0), failure);
            }
        }
    }
}
