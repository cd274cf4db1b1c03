package io.clientele.events.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.events.Feeds;
import io.clientele.events.internal.store.ParkedEvent;
import io.clientele.events.internal.store.ParkedTable;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.persistence.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an administrator may do about feeds, each act with its row in the audit. */
@Component(service = ParkedEvents.class)
public final class ParkedEvents {
    public static final String ADMIN = "feeds:admin";
    private final Transactions transactions;
    private final Callers callers;
    private final Audit audit;
    private final Feeds feeds;

    @Activate
    public ParkedEvents(
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Feeds feeds) {
        this.transactions = transactions;
        this.callers = callers;
        this.audit = audit;
        this.feeds = feeds;
    }

    public Page<ParkedEvent> list(String feed, int limit, @Nullable String cursor) {
        callers.require(ADMIN);
        long after = Pages.after(cursor);
        List<ParkedEvent> found = transactions.read(connection -> ParkedTable.page(connection, feed, after, limit + 1));
        return Pages.of(found, limit, parked -> parked.event().sequence());
    }

    /** Has an event handled once more, by the worker of its feed on whatever node that is. */
    public void retry(String feed, long sequence) {
        callers.require(ADMIN);
        transactions.write(connection -> {
            found(ParkedTable.askRetry(connection, feed, sequence), sequence);
            audit.record(change("events.EventRetried", feed, sequence));
            return sequence;
        });
    }

    /** Gives an event up for this feed. */
    public void skip(String feed, long sequence) {
        callers.require(ADMIN);
        transactions.write(connection -> {
            found(ParkedTable.delete(connection, feed, sequence), sequence);
            audit.record(change("events.EventSkipped", feed, sequence));
            return sequence;
        });
    }

    /** Forgets a feed whose handler is away. */
    public void forget(String feed) {
        callers.require(ADMIN);
        transactions.write(connection -> {
            feeds.forget(feed);
            audit.record(change("events.FeedForgotten", feed, 0));
            return feed;
        });
    }

    private static void found(boolean found, long sequence) {
        if (!found) {
            throw new NotFoundException("parked event", Long.toString(sequence));
        }
    }

    private static Change change(String action, String feed, long sequence) {
        return new Change(action, "event", sequence, "{\"feed\":\"" + Json.escaped(feed) + "\"}");
    }
}
