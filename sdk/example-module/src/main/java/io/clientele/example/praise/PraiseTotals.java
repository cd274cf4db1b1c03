package io.clientele.example.praise;

import io.clientele.events.Event;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts the praise of each customer, from what happened. The count and the place in the feed are committed together. */
@Component
@Feed(name = PraiseTotals.FEED, types = PraiseTotals.GIVEN, from = Feed.START)
public final class PraiseTotals implements EventHandler {
    static final String FEED = "praise";
    static final String GIVEN = "praise.PraiseGiven";

    private final Transactions transactions;

    @Activate
    public PraiseTotals(
            @Reference Transactions transactions,
            @Reference(target = "(bundle=io.clientele.example.praise)") Schema schema) {
        this(transactions);
    }

    PraiseTotals(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void handle(Event event) {
        Long customer = event.customer();
        if (customer != null) {
            transactions.write(connection -> {
                PraiseTable.count(connection, customer);
                return customer;
            });
        }
    }
}
