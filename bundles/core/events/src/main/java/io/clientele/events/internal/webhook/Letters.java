package io.clientele.events.internal.webhook;

import io.clientele.events.Event;
import io.clientele.events.internal.Json;
import io.clientele.events.internal.store.DeliveryTable;
import io.clientele.events.internal.store.Letter;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable;
import io.clientele.events.spi.EventHandler;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Transactions;
import java.util.List;

/** The handler of one webhook's feed: queues what the webhook wants, in the unit of work that moves the feed. */
final class Letters implements EventHandler {
    private final long hook;
    private final Transactions transactions;
    private final DeliveryTable deliveries;
    private final Runnable afterwards;

    /**
     * For one webhook.
     *
     * @param afterwards called once something was queued
     */
    Letters(long hook, Transactions transactions, DeliveryTable deliveries, Runnable afterwards) {
        this.hook = hook;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.afterwards = afterwards;
    }

    @Override
    public void handle(Event event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Event> events) {
        int queued = transactions.write(connection -> {
            // Read with each batch, so that what an administrator has changed counts at once on every node.
            List<Letter> letters = WebhookTable.lock(connection, hook)
                    .map(found -> wanted(found.webhook(), events))
                    .orElse(List.of());
            deliveries.queue(connection, hook, letters);
            return letters.size();
        });
        if (queued > 0) {
            transactions.afterCommit(afterwards);
        }
    }

    static List<Letter> wanted(Webhook webhook, List<Event> events) {
        if (!webhook.enabled()) {
            return List.of();
        }
        return events.stream()
                .filter(event -> webhook.wants(event.type()))
                .map(event -> new Letter(event.sequence(), event.type(), body(event)))
                .toList();
    }

    /** The same at every attempt and on every node. */
    static String body(Event event) {
        Long customer = event.customer();
        String about = customer == null ? "null" : "\"" + ShortId.format(customer) + "\"";
        return "{\"type\":\"" + Json.escaped(event.type()) + "\",\"timestamp\":\"" + event.at()
                + "\",\"data\":{\"customer\":" + about + ",\"detail\":" + event.detail() + "}}";
    }
}
