package io.clientele.example.praise;

import io.clientele.access.Callers;
import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.kernel.Ids;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The praise of customers that the caller may see; that of all others is not there. */
@Component(service = Praises.class)
public final class Praises {
    /** The permission to read praise: the roles that may read, have it. */
    public static final String READ = "praise:read";

    /** The permission to write praise down: the roles that may write, have it. */
    public static final String WRITE = "praise:write";

    private final Callers callers;
    private final CustomerRegistry customers;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Ids ids;

    /** Comes to life once the module's tables are there, which is what {@code schema} tells. */
    @Activate
    public Praises(
            @Reference Callers callers,
            @Reference CustomerRegistry customers,
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference Ids ids,
            @Reference(target = "(bundle=io.clientele.example.praise)") Schema schema) {
        this(callers, customers, transactions, outbox, ids);
    }

    Praises(Callers callers, CustomerRegistry customers, Transactions transactions, Outbox outbox, Ids ids) {
        this.callers = callers;
        this.customers = customers;
        this.transactions = transactions;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Writes down what a customer said, and tells everybody, in one transaction. */
    public Praise add(CustomerId customer, String words) {
        callers.require(WRITE);
        requireVisible(customer);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Praise praise = new Praise(ids.next(), customer, words, now);
        return transactions.write(connection -> {
            PraiseTable.insert(connection, praise);
            outbox.append(NewEvent.of(PraiseTotals.GIVEN, customer.value()));
            return praise;
        });
    }

    public Praise get(long id) {
        callers.require(READ);
        return transactions
                .read(connection -> PraiseTable.find(connection, id))
                .filter(praise -> customers.find(praise.customer()).isPresent())
                .orElseThrow(() -> new NotFoundException("praise", ShortId.format(id)));
    }

    /** A customer's praise, the newest first; {@code before} is the cursor of an earlier page, or the largest number. */
    public Page<Praise> list(CustomerId customer, int limit, long before) {
        callers.require(READ);
        requireVisible(customer);
        // One more than wanted tells whether others follow.
        List<Praise> found =
                transactions.read(connection -> PraiseTable.newest(connection, customer, before, limit + 1));
        List<Praise> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? ShortId.format(items.get(limit - 1).id()) : null;
        return new Page<>(items, next, null);
    }

    /** How much praise there is of all customers. */
    public long total() {
        callers.require(READ);
        return transactions.read(PraiseTable::total);
    }

    private void requireVisible(CustomerId customer) {
        if (customers.find(customer).isEmpty()) {
            throw new NotFoundException("customer", customer.toString());
        }
    }
}
