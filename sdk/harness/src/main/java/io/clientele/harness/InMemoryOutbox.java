package io.clientele.harness;

import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.persistence.Transactions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps the events of units of work that committed, and hands them to nobody: for tests of what a module tells. Safe for use by many threads.
 */
public final class InMemoryOutbox implements Outbox {
    private final Transactions transactions;
    private final List<NewEvent> events = new CopyOnWriteArrayList<>();

    /** For these units of work, which may be those of {@link TestCore#transactions}. */
    public InMemoryOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(NewEvent event) {
        transactions.afterCommit(() -> events.add(event));
    }

    /** What was told, the oldest first. */
    public List<NewEvent> events() {
        return List.copyOf(events);
    }
}
