package io.clientele.events.internal;

import io.clientele.access.Callers;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.persistence.Transactions;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What every worker works with.
 *
 * @param passed how many events all feeds of this node have passed
 */
record Tools(
        Transactions transactions,
        EventOrder order,
        FeedTable feeds,
        Callers callers,
        Lanes lanes,
        TimedCalls calls,
        Tuning tuning,
        AtomicLong passed,
        Clock clock) {}
