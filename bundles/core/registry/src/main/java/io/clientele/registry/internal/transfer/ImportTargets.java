package io.clientele.registry.internal.transfer;

import io.clientele.facts.Customers;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.BulkInteractions;
import io.clientele.registry.internal.BulkPurchases;
import io.clientele.registry.internal.BulkRelations;
import io.clientele.registry.internal.transfer.mapping.CustomerReader;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import io.clientele.registry.internal.transfer.mapping.InteractionReader;
import io.clientele.registry.internal.transfer.mapping.PurchaseReader;
import io.clientele.registry.internal.transfer.mapping.RelationReader;
import io.clientele.registry.internal.transfer.mapping.Staff;
import java.util.function.LongUnaryOperator;

/** What takes the rows of each kind of file. */
record ImportTargets(
        Customers visible,
        Staff staff,
        BulkCustomers customers,
        BulkPurchases purchases,
        BulkInteractions interactions,
        BulkRelations relations) {
    /**
     * The target for a file; fails with {@link io.clientele.kernel.InvalidInputException} if its mapping makes no sense.
     *
     * @param occurrence how often a number has been asked for, from 1 on
     */
    ImportTarget<?> of(ImportKind kind, ImportSettings settings, LongUnaryOperator occurrence) {
        return switch (kind) {
            case CUSTOMERS -> new CustomerTarget(new CustomerReader(settings, staff), customers, visible);
            case RELATIONS -> ImportTarget.of(new RelationReader(settings), relations);
            case PURCHASES -> {
                ImportTarget<BulkPurchases.Row> rows =
                        ImportTarget.of(new PurchaseReader(settings, occurrence), purchases);
                yield settings.createMissing()
                        ? new MissingCustomers<>(rows, BulkPurchases.Row::customer, customers)
                        : rows;
            }
            case INTERACTIONS -> {
                ImportTarget<BulkInteractions.Row> rows =
                        ImportTarget.of(new InteractionReader(settings), interactions);
                yield settings.createMissing()
                        ? new MissingCustomers<>(rows, BulkInteractions.Row::customer, customers)
                        : rows;
            }
        };
    }
}
