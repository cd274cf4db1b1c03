package io.clientele.events.internal;

import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.events.internal.store.EventTable;
import io.clientele.persistence.Database;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers the events of a unit of work and writes them together, just before it commits. */
@Component(service = BatchedOutbox.class)
public final class BatchedOutbox implements Outbox {
    private static final int FEW = 4;

    private final Transactions transactions;
    private final Arrivals arrivals;
    private final EventTable table;

    @Activate
    public BatchedOutbox(
            @Reference(target = "(bundle=io.clientele.events)") Schema schema,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Arrivals arrivals) {
        this(transactions, database.dialect(), arrivals);
    }

    public BatchedOutbox(Transactions transactions, Dialect dialect, Arrivals arrivals) {
        this.transactions = transactions;
        this.arrivals = arrivals;
        this.table = new EventTable(dialect);
    }

    @Override
    public void append(NewEvent event) {
        transactions.attached(this, this::begin).add(event);
        Appended.in(transactions).one();
    }

    /** The events of a unit of work that has had none so far. */
    private List<NewEvent> begin() {
        List<NewEvent> events = new ArrayList<>(1);
        transactions.beforeCommit(EventTable.LOCK, () -> insert(events));
        transactions.afterCommit(arrivals::announce);
        return events;
    }

    /** Few events go along with what else waits for the end of the unit; many have a batch of their own. */
    private void insert(List<NewEvent> events) {
        if (events.size() <= FEW) {
            events.forEach(event -> transactions.defer(table.insert(event)));
            return;
        }
        transactions.write(connection -> {
            table.insert(connection, events);
            return events;
        });
    }
}
