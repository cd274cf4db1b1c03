package io.clientele.registry.internal;

import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.persistence.Dialect;
import io.clientele.registry.CustomerId;
import io.clientele.registry.internal.store.CustomerBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Finds the customers that the rows of a batch name, with one statement for the names and one for each two hundred customers. */
final class BulkKeys {
    private static final int AT_ONCE = 200;
    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));

    private final Customers customers;
    private final CustomerBatch batch;

    BulkKeys(Customers customers, Dialect dialect) {
        this.customers = customers;
        this.batch = new CustomerBatch(dialect);
    }

    /** The visible customers that these keys name. */
    Map<CustomerKey, CustomerId> resolve(Connection connection, Collection<CustomerKey> keys) throws SQLException {
        Map<String, Long> identified = batch.identified(connection, references(keys));
        Map<CustomerKey, Long> named = new HashMap<>();
        for (CustomerKey key : keys) {
            Long id = key instanceof CustomerKey.ByIdentifier by
                    ? identified.get(by.identifier().toString())
                    : Long.valueOf(((CustomerKey.ById) key).id().value());
            if (id != null) {
                named.put(key, id);
            }
        }
        Set<Long> visible = visible(named.values(), ID, id -> id).keySet();
        Map<CustomerKey, CustomerId> found = new HashMap<>();
        named.forEach((key, id) -> {
            if (visible.contains(id)) {
                found.put(key, new CustomerId(id));
            }
        });
        return found;
    }

    /** The customers among these that a dry run would have added or named by now. */
    Map<CustomerKey, CustomerId> rehearsed(Stream<CustomerKey> keys, Rehearsal before) {
        Map<String, CustomerKey> named = new HashMap<>();
        keys.forEach(key -> {
            if (key instanceof CustomerKey.ByIdentifier by) {
                named.put(by.identifier().toString(), key);
            }
        });
        Map<CustomerKey, CustomerId> found = new HashMap<>();
        before.identified(named.keySet())
                .forEach((reference, id) -> found.put(named.get(reference), new CustomerId(id)));
        return found;
    }

    /** Who has the identifiers among these keys, visible or not. */
    Map<String, Long> identified(Connection connection, Collection<CustomerKey> keys) throws SQLException {
        return batch.identified(connection, references(keys));
    }

    private static Set<String> references(Collection<CustomerKey> keys) {
        Set<String> references = new HashSet<>();
        for (CustomerKey key : keys) {
            if (key instanceof CustomerKey.ByIdentifier by) {
                references.add(by.identifier().toString());
            }
        }
        return references;
    }

    /** The visible ones of these customers, by id. */
    <T> Map<Long, T> visible(Collection<Long> ids, Row<T> row, ToLongFunction<T> id) {
        List<Long> distinct = ids.stream().distinct().toList();
        Map<Long, T> found = new HashMap<>();
        for (int i = 0; i < distinct.size(); i += AT_ONCE) {
            List<Long> some = new ArrayList<>(distinct.subList(i, Math.min(distinct.size(), i + AT_ONCE)));
            customers
                    .list(new CustomerQuery(Visible.filter(some), null, AT_ONCE, null, false), row)
                    .items()
                    .forEach(each -> found.put(id.applyAsLong(each), each));
        }
        return found;
    }
}
