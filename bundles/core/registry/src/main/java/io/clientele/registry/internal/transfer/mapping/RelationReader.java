package io.clientele.registry.internal.transfer.mapping;

import io.clientele.registry.internal.BulkRelations;
import java.util.List;

/** Reads relations. */
public final class RelationReader implements RowReader<BulkRelations.Row> {
    private final Cells cells;
    private final CustomerColumns customer;
    private final CustomerColumns to;

    /** Fails with {@link io.clientele.kernel.InvalidInputException} if the mapping of {@code settings} makes no sense. */
    public RelationReader(ImportSettings settings) {
        cells = new Cells(ImportKind.RELATIONS, settings);
        customer = new CustomerColumns(cells, Field.CUSTOMER_ID, Field.CUSTOMER);
        to = new CustomerColumns(cells, Field.TO_ID, Field.TO);
    }

    @Override
    public BulkRelations.Row read(List<String> row) {
        return new BulkRelations.Row(customer.read(row), cells.text(row, Field.KIND), to.read(row));
    }

    @Override
    public long key(BulkRelations.Row relation) {
        return Hash.of(relation.toString());
    }

    @Override
    public int column(BulkRelations.Row relation, String pointer) {
        if (pointer.startsWith("/customer")) {
            return customer.column();
        }
        return pointer.startsWith("/to") ? to.column() : cells.number(Field.KIND);
    }
}
