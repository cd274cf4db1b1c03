package io.clientele.registry.internal;

import io.clientele.access.Change;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Row;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Direction;
import io.clientele.registry.Relation;
import io.clientele.registry.RelationId;
import io.clientele.registry.Relations;
import io.clientele.registry.internal.store.CustomerLocks;
import io.clientele.registry.internal.store.Keyset;
import io.clientele.registry.internal.store.RelationTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Relates customers that the caller may see both of; names of others are never told. */
@Component
public final class VisibleRelations implements Relations {
    private static final int MAX_KIND = 50;
    private static final int NAMES_AT_ONCE = 50;
    private static final Row<NamedCustomer> NAME =
            new Row<>(List.of("id", "name"), row -> new NamedCustomer(row.getLong(1), row.getString(2)));

    private final Platform platform;
    private final Visible visible;
    private final CustomerLocks locks;

    private record NamedCustomer(long id, String name) {}

    @Activate
    public VisibleRelations(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.visible = new Visible(platform);
        this.locks = new CustomerLocks(foundation.dialect());
    }

    @Override
    public Relation add(CustomerId from, String kind, CustomerId to) {
        platform.callers().require(CheckedCustomers.WRITE);
        Faults faults = new Faults();
        String word = kind(kind, faults);
        try {
            return platform.transactions().write(connection -> {
                visible.require(from);
                if (from.equals(to)) {
                    faults.add("/to", "is the customer itself");
                }
                NamedCustomer other =
                        platform.customers().find(to.value(), NAME).orElse(null);
                if (other == null) {
                    faults.add("/to", "There is no customer " + to);
                }
                faults.raise();
                hold(connection, from, to);
                RelationTable.Row row =
                        new RelationTable.Row(new RelationId(platform.ids().next()), from, word, to);
                RelationTable.insert(connection, List.of(row));
                platform.audit().record(change("registry.RelationAdded", from, row.id()));
                platform.outbox().append(Happened.added(row));
                return new Relation(row.id(), word, Direction.OUT, to, other == null ? "" : other.name());
            });
        } catch (DuplicateKeyException e) {
            throw new ConflictException("relation-exists", "The two are related so already");
        }
    }

    /** A relation added while one of the two is merged or erased would be nobody's. */
    private void hold(Connection connection, CustomerId from, CustomerId to) throws SQLException {
        Set<CustomerId> held = locks.hold(connection, List.of(from, to));
        if (!held.contains(from)) {
            throw visible.absent(from);
        }
        if (!held.contains(to)) {
            throw new InvalidInputException("/to", "There is no customer " + to);
        }
    }

    /** The word for a relation in its one form. */
    static String kind(String raw, Faults faults) {
        String kind = TextRules.line(raw, "/kind", MAX_KIND, faults);
        if (kind == null) {
            faults.add("/kind", "is missing");
            return "?";
        }
        return kind;
    }

    @Override
    public Page<Relation> list(CustomerId customer, int limit, @Nullable String cursor) {
        platform.callers().require(CheckedCustomers.READ);
        Pages.bounded(limit);
        long after = Keyset.ascending(cursor).id();
        visible.require(customer);
        List<RelationTable.Row> found =
                platform.transactions().read(connection -> RelationTable.page(connection, customer, after, limit + 1));
        Page<RelationTable.Row> page =
                Pages.of(found, limit, row -> new Keyset(0, row.id().value()));
        Map<Long, String> names = names(page.items(), customer);
        List<Relation> relations = new ArrayList<>();
        for (RelationTable.Row row : page.items()) {
            boolean out = row.from().equals(customer);
            CustomerId other = out ? row.to() : row.from();
            String name = names.get(other.value());
            if (name != null) {
                relations.add(new Relation(row.id(), row.kind(), out ? Direction.OUT : Direction.IN, other, name));
            }
        }
        return new Page<>(relations, page.next(), null);
    }

    private Map<Long, String> names(List<RelationTable.Row> rows, CustomerId customer) {
        List<Long> others = rows.stream()
                .map(row -> row.from().equals(customer) ? row.to() : row.from())
                .map(CustomerId::value)
                .distinct()
                .toList();
        Map<Long, String> names = new HashMap<>();
        for (int i = 0; i < others.size(); i += NAMES_AT_ONCE) {
            List<Long> some = others.subList(i, Math.min(others.size(), i + NAMES_AT_ONCE));
            CustomerQuery query = new CustomerQuery(Visible.filter(some), null, NAMES_AT_ONCE, null, false);
            platform.customers().list(query, NAME).items().forEach(named -> names.put(named.id(), named.name()));
        }
        return names;
    }

    @Override
    public void remove(CustomerId customer, RelationId relation) {
        platform.callers().require(CheckedCustomers.WRITE);
        platform.transactions().write(connection -> {
            visible.require(customer);
            boolean seen = RelationTable.other(connection, customer, relation)
                    .flatMap(other -> platform.customers().find(other.value(), NAME))
                    .isPresent();
            if (!seen || !RelationTable.delete(connection, customer, relation)) {
                throw new NotFoundException("relation", relation.toString());
            }
            platform.audit().record(change("registry.RelationRemoved", customer, relation));
            platform.outbox().append(Happened.relationRemoved(customer, relation.toString()));
            return customer;
        });
    }

    private static Change change(String action, CustomerId customer, RelationId relation) {
        return new Change(action, "customer", customer.value(), "{\"relation\":\"" + relation + "\"}");
    }
}
