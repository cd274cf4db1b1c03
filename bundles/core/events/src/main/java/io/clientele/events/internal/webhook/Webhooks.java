package io.clientele.events.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.events.internal.Pages;
import io.clientele.events.internal.store.Delivery;
import io.clientele.events.internal.store.DeliveryTable;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable;
import io.clientele.events.internal.store.WebhookTable.Settings;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Ids;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an administrator may do about webhooks, each act with its row in the audit. */
public final class Webhooks {
    public static final String ADMIN = "webhooks:admin";

    /** How many webhooks there may be: each has a feed, and a thread while something is sent. */
    public static final int MOST = 100;

    private static final int MOST_TYPES = 50;
    private static final int BOTH_HOURS = 24;
    private static final int LONGEST_TYPE = 100;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*\\.(\\*|[A-Z][A-Za-z0-9]*)");
    private final Ground ground;
    private final Outside outside;
    private final Runnable changed;

    /** What administration stands on. */
    record Ground(
            Transactions transactions, EventOrder order, FeedTable feeds, Ids ids, Callers callers, Audit audit) {}

    /**
     * On this ground.
     *
     * @param changed called after each change
     */
    Webhooks(Ground ground, Outside outside, Runnable changed) {
        this.ground = ground;
        this.outside = outside;
        this.changed = changed;
    }

    /** A webhook and its new secret, which is shown this once. */
    public record Added(Webhook webhook, String secret) {
        /** Everything but the secret. */
        @Override
        public String toString() {
            return "Added[" + webhook + "]";
        }
    }

    /** Adds a webhook that is told of everything that is committed from now on. */
    public Added add(String url, Set<String> types, boolean enabled) {
        ground.callers.require(ADMIN);
        Settings settings = checked(url, types, enabled);
        String secret = Signature.newSecret();
        long id = ground.ids.next();
        return ground.transactions.write(connection -> {
            if (WebhookTable.count(connection) >= MOST) {
                throw new ConflictException("webhook-limit", "There are " + MOST + " webhooks already");
            }
            WebhookTable.insert(connection, id, settings, secret);
            FeedTable.Reader reader = new FeedTable.Reader(RunningWebhooks.feed(id), "io.clientele.events", false);
            ground.feeds.add(connection, reader, ground.order.now(connection));
            audit("events.WebhookAdded", id, WebhookChange.described(settings));
            return new Added(found(connection, id), secret);
        });
    }

    public Webhook read(long id) {
        ground.callers.require(ADMIN);
        return ground.transactions.read(connection -> found(connection, id));
    }

    public Page<Webhook> list(int limit, @Nullable String cursor) {
        ground.callers.require(ADMIN);
        long after = Pages.after(cursor);
        List<Webhook> found = ground.transactions.read(connection -> WebhookTable.page(connection, after, limit + 1));
        return Pages.of(found, limit, Webhook::id);
    }

    /** Changes a webhook that is still as it was read. */
    public Webhook change(long id, long version, Settings asked) {
        ground.callers.require(ADMIN);
        Settings settings = checked(asked.url(), asked.types(), asked.enabled());
        return ground.transactions.write(connection -> {
            Settings before = WebhookChange.settings(found(connection, id));
            if (!WebhookTable.update(connection, id, version, settings)) {
                throw PreconditionException.stale();
            }
            audit("events.WebhookChanged", id, WebhookChange.difference(before, settings));
            return found(connection, id);
        });
    }

    /** Gives a webhook a new secret; for a day, what is sent is signed with the one before as well. */
    public Added rotate(long id) {
        ground.callers.require(ADMIN);
        String secret = Signature.newSecret();
        return ground.transactions.write(connection -> {
            if (!WebhookTable.rotate(connection, id, secret, BOTH_HOURS)) {
                throw new NotFoundException("webhook", ShortId.format(id));
            }
            Webhook webhook = found(connection, id);
            audit("events.WebhookSecretChanged", id, WebhookChange.told(webhook.url()));
            return new Added(webhook, secret);
        });
    }

    /** Removes a webhook and all that waits for it. */
    public void remove(long id) {
        ground.callers.require(ADMIN);
        ground.transactions.write(connection -> {
            Settings before = WebhookChange.settings(found(connection, id));
            if (!WebhookTable.delete(connection, id)) {
                throw new NotFoundException("webhook", ShortId.format(id));
            }
            audit("events.WebhookRemoved", id, WebhookChange.described(before));
            return id;
        });
    }

    /** Sends once more what was recorded since {@code from} and is still kept, under the ids that it had before. */
    public Webhook replay(long id, Instant from) {
        ground.callers.require(ADMIN);
        return ground.transactions.write(connection -> {
            Webhook webhook = WebhookTable.lock(connection, id)
                    .orElseThrow(() -> new NotFoundException("webhook", ShortId.format(id)))
                    .webhook();
            if (!webhook.enabled()) {
                throw new ConflictException("webhook-disabled", "The webhook is disabled; enable it first");
            }
            Instant before = webhook.replayFrom();
            WebhookTable.replay(connection, id, before != null && before.isBefore(from) ? before : from);
            audit(
                    "events.WebhookReplayed",
                    id,
                    WebhookChange.told(webhook.url()).put("from", from.toString()));
            return found(connection, id);
        });
    }

    /** What waits for a webhook, or was given up. */
    public Page<Delivery> deliveries(long id, int limit, @Nullable String cursor) {
        ground.callers.require(ADMIN);
        long after = Pages.after(cursor);
        List<Delivery> found = ground.transactions.read(connection -> {
            Webhook webhook = found(connection, id);
            return DeliveryTable.page(connection, webhook.id(), after, limit + 1);
        });
        return Pages.of(found, limit, Delivery::sequence);
    }

    private Settings checked(String url, Set<String> types, boolean enabled) {
        try {
            // Names are looked up whenever something is sent, as they may stand for another address by then.
            if (!Target.of(url).literal().map(outside::mayReach).orElse(true)) {
                throw new InvalidInputException("/url", ForbiddenAddressException.WHY);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("/url", Objects.requireNonNullElse(e.getMessage(), "This is no URL"));
        }
        if (types.size() > MOST_TYPES) {
            throw new InvalidInputException("/types", "At most " + MOST_TYPES + " types");
        }
        for (String type : types) {
            if (type.length() > LONGEST_TYPE || !TYPE.matcher(type).matches()) {
                throw new InvalidInputException("/types", "A type is like registry.CustomerAdded or registry.*");
            }
        }
        return new Settings(url, types, enabled);
    }

    private void audit(String action, long id, ObjectNode detail) {
        ground.audit.record(new Change(action, "webhook", id, detail.toString()));
        ground.transactions.afterCommit(changed);
    }

    private static Webhook found(Connection connection, long id) throws SQLException {
        return WebhookTable.find(connection, id)
                .orElseThrow(() -> new NotFoundException("webhook", ShortId.format(id)));
    }
}
