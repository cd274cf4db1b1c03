package io.clientele.registry.internal.life;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.access.Scope;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Row;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.internal.BatchedEdits;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.registry.internal.Faults;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.store.HandOverTable;
import io.clientele.registry.internal.store.StoredHandOver;
import io.clientele.registry.internal.store.StoredHandOver.Order;
import io.clientele.registry.internal.store.StoredHandOver.Progress;
import io.clientele.registry.spi.HandedOver;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives the customers of one user to another, or to a team, as far as the caller sees them. Each batch is a unit of work together with how far
 * the hand-over has come, so that one that was cut off goes on where it ended, and nobody is handed over twice. Safe for use by many threads.
 */
@Component(service = HandOvers.class)
public final class HandOvers {
    /** The permission to give customers away, also out of one's own sight. */
    public static final String HAND_OVER = CheckedCustomers.IMPORT;

    private static final int AT_ONCE = 200;
    private static final int ATTEMPTS = 3;
    private static final Row<CustomerId> ID = new Row<>(List.of("id"), row -> new CustomerId(row.getLong(1)));

    private final Platform platform;
    private final BatchedEdits edits;
    private final Users users;
    private final Teams teams;

    @Activate
    public HandOvers(
            @Reference Foundation foundation,
            @Reference BatchedEdits edits,
            @Reference Users users,
            @Reference Teams teams) {
        this.platform = foundation.platform();
        this.edits = edits;
        this.users = users;
        this.teams = teams;
    }

    /** How many customers an order is about. */
    public long count(Order order) {
        platform.callers().require(HAND_OVER);
        check(order);
        return platform.customers().count(filter(order));
    }

    /** Writes an order down, to be carried out by {@link #carryOn}. */
    public StoredHandOver begin(Order order) {
        Caller caller = platform.callers().require(HAND_OVER);
        check(order);
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        StoredHandOver begun = new StoredHandOver(platform.ids().next(), order, caller.user(), now, Progress.NONE);
        return platform.transactions().write(connection -> {
            HandOverTable.insert(connection, begun);
            platform.audit().record(change("registry.HandOverBegun", begun, Progress.NONE));
            return begun;
        });
    }

    /** Hands over batch by batch until all are, or {@code time} is up. */
    public StoredHandOver carryOn(long id, Duration time) {
        StoredHandOver seen = find(id);
        Instant end = platform.clock().instant().plus(time);
        StoredHandOver standing = batch(seen.id());
        while (!standing.progress().done() && platform.clock().instant().isBefore(end)) {
            standing = batch(seen.id());
        }
        return standing;
    }

    public StoredHandOver find(long id) {
        UserId begunBy = begunBy();
        return platform.transactions()
                .read(connection -> HandOverTable.find(connection, id))
                .filter(found -> begunBy == null || found.begunBy().equals(begunBy))
                .orElseThrow(() -> notFound(id));
    }

    /** Hand-overs, the newest first. */
    public Page<StoredHandOver> list(int limit, @Nullable String cursor) {
        UserId begunBy = begunBy();
        long before = cursor == null ? Long.MAX_VALUE : ShortId.parse(cursor);
        if (before < 0) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
        List<StoredHandOver> found = platform.transactions()
                .read(connection -> HandOverTable.newest(connection, begunBy, before, limit + 1));
        boolean more = found.size() > limit;
        List<StoredHandOver> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? ShortId.format(items.get(limit - 1).id()) : null, null);
    }

    /** Whose hand-overs the caller is told of, or null if of everybody's. */
    private @Nullable UserId begunBy() {
        Caller caller = platform.callers().require(HAND_OVER);
        return caller.scope() == Scope.ALL ? null : caller.user();
    }

    private void check(Order order) {
        UserId user = order.user();
        TeamId team = order.team();
        if (users.find(order.from()).isEmpty()) {
            throw new InvalidInputException("/from", "There is no user " + order.from());
        }
        if ((user == null) == (team == null)) {
            throw new InvalidInputException("/toUser", "Name a user or a team, one of the two");
        }
        if (user != null && (user.equals(order.from()) || !isActive(user))) {
            throw new InvalidInputException("/toUser", "There is no other user " + user + " who is active");
        }
        if (team != null && teams.find(team).isEmpty()) {
            throw new InvalidInputException("/toTeam", "There is no team " + team);
        }
        checkFilter(order.filter());
    }

    /** A filter must be one by itself: else it could end the parentheses that it is put into, and reach customers of others. */
    private void checkFilter(@Nullable String filter) {
        if (filter != null) {
            Page<CustomerId> unused = Faults.below(
                    "/filter", () -> platform.customers().list(new CustomerQuery(filter, null, 1, null, false), ID));
        }
    }

    private boolean isActive(UserId user) {
        return users.find(user).map(User::active).orElse(false);
    }

    private static String filter(Order order) {
        String owned = "owner==" + order.from();
        return order.filter() == null ? owned : owned + ";(" + order.filter() + ")";
    }

    private StoredHandOver batch(long id) {
        for (int attempt = 1; ; attempt++) {
            try {
                return platform.transactions().write(connection -> batch(connection, id));
            } catch (ConflictException | PreconditionException e) {
                // Somebody else wrote one of these customers between our look and our write; a second look sees it.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private StoredHandOver batch(Connection connection, long id) throws SQLException {
        StoredHandOver standing = HandOverTable.lock(connection, id).orElseThrow(() -> notFound(id));
        Progress before = standing.progress();
        if (before.done()) {
            return standing;
        }
        Order order = standing.order();
        Page<CustomerId> page =
                platform.customers().list(new CustomerQuery(filter(order), null, AT_ONCE, before.place(), false), ID);
        BatchedEdits.Result result = handOver(order, page.items());
        List<CustomerId> moved =
                result.changed().stream().map(BatchedEdits.Changed::customer).toList();
        Progress now = new Progress(
                before.moved() + moved.size(),
                before.refused() + result.refused().size(),
                page.next(),
                page.next() == null);
        HandOverTable.update(connection, id, now);
        if (!moved.isEmpty()) {
            platform.outbox()
                    .append(LifeEvents.handedOver(new HandedOver(order.from(), order.user(), order.team(), moved)));
        }
        if (now.done()) {
            platform.audit().record(change("registry.HandOverEnded", standing, now));
        }
        return new StoredHandOver(id, order, standing.begunBy(), standing.begunAt(), now);
    }

    /** A user's customers go to the user's team too, if there is one. */
    private BatchedEdits.Result handOver(Order order, List<CustomerId> customers) {
        UserId user = order.user();
        TeamId team =
                user == null ? order.team() : users.find(user).map(User::team).orElse(null);
        return edits.write(customers.stream()
                .map(customer -> new BatchedEdits.Edit(
                        customer, null, profile -> profile.assigned(user, team == null ? profile.team() : team)))
                .toList());
    }

    private static NotFoundException notFound(long id) {
        return new NotFoundException("hand-over", id < 0 ? "of that name" : ShortId.format(id));
    }

    private static Change change(String action, StoredHandOver handOver, Progress progress) {
        Order order = handOver.order();
        String to = order.user() == null ? "\"toTeam\":\"" + order.team() : "\"toUser\":\"" + order.user();
        String detail = "{\"from\":\"" + order.from() + "\"," + to + "\",\"moved\":" + progress.moved()
                + ",\"refused\":" + progress.refused() + "}";
        return new Change(action, "handover", handOver.id(), detail);
    }
}
