package io.clientele.registry.internal.life;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Merge;
import io.clientele.registry.MergeId;
import io.clientele.registry.MergeOutline;
import io.clientele.registry.Merges;
import io.clientele.registry.NewMerge;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.registry.internal.CustomerWriter;
import io.clientele.registry.internal.Faults;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.Visible;
import io.clientele.registry.internal.store.CheckedProfile;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.store.ErasureTable;
import io.clientele.registry.internal.store.MergeTable;
import io.clientele.registry.internal.store.MergedRows;
import io.clientele.registry.internal.store.StoredMerge;
import io.clientele.registry.spi.Merged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves rows from one customer to the other and notes what undoes it, in one unit of work with the audit rows and the events. */
@Component
public final class JournaledMerges implements Merges {
    public static final String MERGE = "customers:merge";

    private static final int MAX_LIMIT = 200;

    private final Foundation foundation;
    private final Platform platform;
    private final Visible visible;
    private final CustomerWriter writer;

    @Activate
    public JournaledMerges(@Reference Foundation foundation) {
        this.foundation = foundation;
        this.platform = foundation.platform();
        this.visible = new Visible(platform);
        this.writer = foundation.writer();
    }

    @Override
    public MergeOutline outline(CustomerId survivor, CustomerId other) {
        platform.callers().require(MERGE);
        requireTwo(survivor, other);
        Profile into = find(survivor).profile();
        Profile from = find(other).profile();
        Map<String, Integer> moved = platform.transactions().read(connection -> MergedRows.count(connection, other));
        return new MergeOutline(withLists(moved, from), ProfileUnion.differing(into, from));
    }

    private static void requireTwo(CustomerId survivor, CustomerId other) {
        if (survivor.equals(other)) {
            throw new InvalidInputException("/other", "is the customer itself");
        }
    }

    private CustomerRow find(CustomerId customer) {
        return platform.customers().find(customer.value(), CustomerRow.ROW).orElseThrow(() -> visible.absent(customer));
    }

    private static Map<String, Integer> withLists(Map<String, Integer> rows, Profile other) {
        Map<String, Integer> all = new LinkedHashMap<>(rows);
        all.put("identifiers", other.identifiers().size());
        all.put("contactPoints", other.contactPoints().size());
        all.put("tags", other.tags().size());
        return all;
    }

    @Override
    public Merge merge(NewMerge order) {
        Caller caller = platform.callers().require(MERGE);
        CustomerId survivor = order.survivor().customer();
        CustomerId other = order.other().customer();
        requireTwo(survivor, other);
        return platform.transactions().write(connection -> {
            CustomerRow into = read(order.survivor());
            CustomerRow from = read(order.other());
            hold(connection, survivor, other);
            CheckedProfile united = united(into.profile(), from.profile(), order, caller);
            Merged merged = new Merged(new MergeId(platform.ids().next()), survivor, other);
            Map<String, Integer> moved = withLists(MergedRows.move(connection, pair(merged)), from.profile());
            MergedRows.detach(connection, from);
            CustomerRow after = writer.change(connection, into, united, now());
            MergedRows.recount(connection, survivor);
            Merge merge = new Merge(merged.id(), survivor, other, from.name(), caller.user(), after.updatedAt(), moved);
            MergeTable.insert(connection, new StoredMerge(merge, new StoredMerge.Images(into, after, from)));
            tell(LifeEvents.MERGED, merged, moved);
            return merge;
        });
    }

    private CustomerRow read(NewMerge.Version version) {
        CustomerRow row = find(version.customer());
        if (row.version() != version.version()) {
            throw PreconditionException.stale();
        }
        return row;
    }

    /** Waits for whoever changes one of the two and keeps others from adding to them, always in the order of ids. */
    private static void hold(Connection connection, CustomerId survivor, CustomerId other) throws SQLException {
        boolean inOrder = survivor.value() < other.value();
        if (!ErasureTable.lock(connection, inOrder ? survivor : other)
                || !ErasureTable.lock(connection, inOrder ? other : survivor)) {
            throw PreconditionException.stale();
        }
    }

    private CheckedProfile united(Profile survivor, Profile other, NewMerge order, Caller caller) {
        Faults faults = new Faults();
        order.fromOther().stream()
                .filter(field -> !ProfileUnion.FIELDS.containsKey(field))
                .forEach(field -> faults.add("/fromOther", "There is no field " + field + " with one value"));
        CheckedProfile united =
                foundation.rules().check(ProfileUnion.unite(survivor, other, order.fromOther()), faults);
        foundation.assignments().check(survivor, united.profile(), caller, faults);
        faults.raise();
        return united;
    }

    private static MergedRows.Pair pair(Merged merged) {
        return new MergedRows.Pair(merged.id(), merged.survivor(), merged.other());
    }

    /** Each of the two has an audit row and an event: what looks at one customer only finds it too. */
    private void tell(String type, Merged merged, Map<String, Integer> moved) {
        String detail = "{\"merge\":\"" + merged.id() + "\",\"survivor\":\"" + merged.survivor() + "\",\"other\":\""
                + merged.other() + "\",\"moved\":" + MergeTable.json(moved) + "}";
        for (CustomerId customer : List.of(merged.survivor(), merged.other())) {
            platform.audit().record(new Change(type, "customer", customer.value(), detail));
        }
        LifeEvents.merged(type, merged).forEach(platform.outbox()::append);
    }

    @Override
    public Customer unmerge(NewMerge.Version survivor, CustomerId other) {
        platform.callers().require(MERGE);
        try {
            return platform.transactions().write(connection -> unmerge(connection, survivor, other));
        } catch (DuplicateKeyException e) {
            throw new ConflictException("identifier-taken", "An identifier belongs to another customer by now");
        }
    }

    private Customer unmerge(Connection connection, NewMerge.Version survivor, CustomerId other) throws SQLException {
        CustomerRow together = read(survivor);
        if (!ErasureTable.lock(connection, survivor.customer())) {
            throw PreconditionException.stale();
        }
        StoredMerge stored = last(connection, survivor.customer(), other);
        Merged merged = new Merged(stored.merge().id(), survivor.customer(), other);
        StoredMerge.Images images = stored.images();
        Faults faults = new Faults();
        Profile own = ProfileUnion.apart(
                together.profile(), images.before().profile(), images.after().profile());
        CheckedProfile rest = foundation.rules().check(own, faults);
        CheckedProfile back = foundation.rules().check(images.other().profile(), faults);
        faults.raise();
        CustomerRow unused = writer.change(connection, together, rest, now());
        CustomerRow restored = restored(images.other(), back);
        // A part of its own, so that the customer is in its table before its rows come back.
        platform.transactions().write(same -> {
            writer.add(restored, back);
            return restored;
        });
        MergeTable.unlink(connection, merged.id());
        MergedRows.giveBack(connection, pair(merged));
        MergeTable.forget(connection, merged.id());
        MergedRows.recount(connection, survivor.customer());
        MergedRows.recount(connection, other);
        tell(LifeEvents.UNMERGED, merged, stored.merge().moved());
        return restored.customer();
    }

    private CustomerRow restored(CustomerRow other, CheckedProfile checked) {
        return CustomerRow.of(
                new CustomerRow.Written(other.id(), other.version() + 1, other.createdAt(), now()), checked);
    }

    private static StoredMerge last(Connection connection, CustomerId survivor, CustomerId other) throws SQLException {
        StoredMerge last = MergeTable.newest(connection, survivor, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .orElseThrow(() -> new ConflictException("merge-not-last", "No customer is part of this one"));
        if (!last.merge().other().equals(other)) {
            String detail = "The last customer that became part of this one is "
                    + last.merge().other() + ": take that one out first";
            throw new ConflictException("merge-not-last", detail);
        }
        return last;
    }

    @Override
    public Page<Merge> list(CustomerId survivor, int limit, @Nullable String cursor) {
        platform.callers().require(CheckedCustomers.READ);
        long before = cursor == null ? Long.MAX_VALUE : ShortId.parse(cursor);
        if (before < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException(before < 0 ? "cursor" : "limit", "This is none of ours");
        }
        visible.require(survivor);
        List<Merge> found =
                platform
                        .transactions()
                        .read(connection -> MergeTable.newest(connection, survivor, before, limit + 1))
                        .stream()
                        .map(StoredMerge::merge)
                        .toList();
        boolean more = found.size() > limit;
        List<Merge> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? items.get(limit - 1).id().toString() : null, null);
    }

    @Override
    public Optional<CustomerId> survivor(CustomerId former) {
        platform.callers().require(CheckedCustomers.READ);
        return visible.survivor(former);
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
