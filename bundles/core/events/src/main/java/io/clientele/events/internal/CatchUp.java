package io.clientele.events.internal;

import io.clientele.events.internal.store.Cursor;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.events.internal.store.StoredFeed;
import io.clientele.persistence.Database;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.clientele.rest.spi.RouteGate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets a module in once its feeds that say {@link io.clientele.events.spi.Feed#beforeRequests} have reached where events ended when it came,
 * on whatever node they are read. It looks at what the database keeps of feeds, so that it makes no difference whether a module's resources or
 * its handlers come first. A parked event counts as passed: it is shown, and does not keep a module away for ever.
 */
@Component
public final class CatchUp implements RouteGate {
    private final Transactions transactions;
    private final EventOrder order;
    private final FeedTable feeds;

    @Activate
    public CatchUp(
            @Reference(target = "(bundle=io.clientele.events)") Schema schema,
            @Reference Transactions transactions,
            @Reference Database database) {
        this(transactions, database.dialect());
    }

    CatchUp(Transactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.order = EventOrder.of(dialect);
        this.feeds = new FeedTable(dialect, "");
    }

    @Override
    public Passage arrived(String bundle) {
        return new Reading(bundle);
    }

    /** The reading of one module; for one thread. */
    private final class Reading implements Passage {
        private final String module;
        private @Nullable Cursor end;

        Reading(String module) {
            this.module = module;
        }

        @Override
        public Optional<Obstacle> obstacle() {
            return transactions.read(this::behind);
        }

        private Optional<Obstacle> behind(Connection connection) throws SQLException {
            for (StoredFeed feed : feeds.beforeRequests(connection, module)) {
                Cursor before = end == null ? order.now(connection) : end;
                end = before;
                if (!order.reaches(connection, feed.cursor(), before)) {
                    return Optional.of(unread(feed));
                }
            }
            return Optional.empty();
        }
    }

    private static Obstacle unread(StoredFeed feed) {
        String what = "the feed " + feed.name() + " has not read what happened while the module was away";
        if (feed.hung()) {
            return new Obstacle(what + ", and its handler hangs", false);
        }
        return feed.leased() ? new Obstacle(what, true) : new Obstacle(what + ", and has no handler", false);
    }
}
