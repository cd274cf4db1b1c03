package io.clientele.events.internal;

import io.clientele.access.Callers;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.persistence.Transactions;
import java.time.Clock;

/** What every worker works with. */
record Tools(
        Transactions transactions,
        EventOrder order,
        FeedTable feeds,
        Callers callers,
        Lanes lanes,
        TimedCalls calls,
        Tuning tuning,
        Clock clock) {}
