package io.clientele.harness;

import io.clientele.access.Audit;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.persistence.Transactions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the changes of units of work that committed. */
public final class InMemoryAudit implements Audit, Redaction {
    private final Transactions transactions;
    private final List<Change> changes = new CopyOnWriteArrayList<>();

    InMemoryAudit(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(Change change) {
        transactions.afterCommit(() -> changes.add(change));
    }

    @Override
    public void redact(String subject, long id) {
        transactions.afterCommit(
                () -> changes.replaceAll(change -> change.subject().equals(subject)
                                && change.id() == id
                                && !change.action().endsWith("Erased")
                        ? new Change(change.action(), subject, id, ERASED)
                        : change));
    }

    /** What was changed, the oldest first. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }
}
