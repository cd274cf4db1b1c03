package io.clientele.registry.internal.transfer;

import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.CustomerKey;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.mapping.CustomerReader;
import io.clientele.registry.internal.transfer.mapping.RowReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Customers. Where a file has ids that are not known here, as an export from elsewhere has, the first identifier counts in their place. */
final class CustomerTarget implements ImportTarget<BulkCustomers.Row> {
    private static final int IDS = 100;
    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));

    private final CustomerReader reader;
    private final BulkCustomers bulk;
    private final Customers customers;

    CustomerTarget(CustomerReader reader, BulkCustomers bulk, Customers customers) {
        this.reader = reader;
        this.bulk = bulk;
        this.customers = customers;
    }

    @Override
    public RowReader<BulkCustomers.Row> reader() {
        return reader;
    }

    @Override
    public Written write(List<BulkCustomers.Row> batch) {
        return new Written(bulk.write(known(batch)), 0);
    }

    @Override
    public Written rehearse(List<BulkCustomers.Row> batch, Rehearsal before) {
        return new Written(bulk.rehearse(known(batch), before), 0);
    }

    private List<BulkCustomers.Row> known(List<BulkCustomers.Row> batch) {
        List<String> ids = new ArrayList<>();
        for (BulkCustomers.Row row : batch) {
            if (row.key() instanceof CustomerKey.ById key) {
                ids.add(key.id().toString());
            }
        }
        if (ids.isEmpty()) {
            return batch;
        }
        Set<Long> known = new HashSet<>();
        for (int from = 0; from < ids.size(); from += IDS) {
            String some = String.join(",", ids.subList(from, Math.min(ids.size(), from + IDS)));
            known.addAll(customers
                    .list(new CustomerQuery("id=in=(" + some + ")", null, IDS, null, false), ID)
                    .items());
        }
        return batch.stream()
                .map(row -> isUnknown(row, known) ? CustomerReader.byIdentifier(row) : row)
                .toList();
    }

    private static boolean isUnknown(BulkCustomers.Row row, Set<Long> known) {
        return row.key() instanceof CustomerKey.ById key
                && !known.contains(key.id().value());
    }
}
