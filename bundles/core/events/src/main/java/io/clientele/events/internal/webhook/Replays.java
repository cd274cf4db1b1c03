package io.clientele.events.internal.webhook;

import io.clientele.events.Event;
import io.clientele.events.internal.store.DeliveryTable;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable;
import io.clientele.events.internal.store.WebhookTable.Replay;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queues past events once more for webhooks that ask for it, in steps that each are a unit of work. */
final class Replays {
    private static final int AT_ONCE = 500;
    private final Transactions transactions;
    private final DeliveryTable deliveries;

    Replays(Transactions transactions, DeliveryTable deliveries) {
        this.transactions = transactions;
        this.deliveries = deliveries;
    }

    /** Goes one step on with a webhook's replay; returns whether that was not the last. */
    boolean step(long hook) {
        return transactions.write(connection -> {
            Optional<Replay> replay = WebhookTable.lock(connection, hook);
            return replay.isPresent() && step(connection, replay.get());
        });
    }

    private boolean step(Connection connection, Replay replay) throws SQLException {
        Webhook webhook = replay.webhook();
        Instant from = webhook.replayFrom();
        if (from == null || !webhook.enabled()) {
            return false;
        }
        // What is committed later is no part of the replay: the webhook's own feed brings it.
        List<Event> events = DeliveryTable.events(connection, replay.position(), AT_ONCE).stream()
                .filter(event -> event.sequence() <= replay.end())
                .toList();
        if (events.isEmpty()) {
            WebhookTable.replay(connection, webhook.id(), null);
            return false;
        }
        List<Event> since =
                events.stream().filter(event -> !event.at().isBefore(from)).toList();
        deliveries.queue(connection, webhook.id(), Letters.wanted(webhook, since));
        WebhookTable.replayed(
                connection, webhook.id(), events.get(events.size() - 1).sequence());
        return true;
    }
}
