package io.clientele.registry.internal;

import io.clientele.access.Change;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Page;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Purchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.Purchases;
import io.clientele.registry.internal.store.Activity;
import io.clientele.registry.internal.store.ActivityTable;
import io.clientele.registry.internal.store.CustomerLocks;
import io.clientele.registry.internal.store.Keyset;
import io.clientele.registry.internal.store.PurchaseTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes a purchase together with the customer's activity and the audit row. */
@Component
public final class RecordedPurchases implements Purchases {
    private final Platform platform;
    private final Visible visible;
    private final ActivityTable activities;
    private final CustomerLocks locks;

    @Activate
    public RecordedPurchases(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.visible = new Visible(platform);
        this.activities = new ActivityTable(foundation.dialect());
        this.locks = new CustomerLocks(foundation.dialect());
    }

    @Override
    public Purchase add(CustomerId customer, NewPurchase purchase) {
        platform.callers().require(CheckedCustomers.WRITE);
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Faults faults = new Faults();
        NewPurchase content = PurchaseRules.check(purchase, LocalDate.ofInstant(now, ZoneOffset.UTC), faults);
        try {
            return platform.transactions().write(connection -> {
                visible.require(customer);
                faults.raise();
                if (content.returnOf() != null) {
                    hold(connection, customer);
                    new Returns(connection).check(customer, content, faults);
                    faults.raise();
                }
                Purchase recorded = new Purchase(new PurchaseId(platform.ids().next()), customer, content, false, now);
                PurchaseTable.insert(connection, List.of(recorded));
                activities.add(connection, customer.value(), Activity.of(content));
                platform.audit().record(change(recorded));
                platform.outbox().append(Happened.added(recorded));
                return recorded;
            });
        } catch (DuplicateKeyException e) {
            throw new ConflictException("purchase-recorded", content.reference() + " is on record already");
        }
    }

    /** Returns of one customer follow each other, each counted by the next one. */
    private void hold(Connection connection, CustomerId customer) throws SQLException {
        if (locks.hold(connection, List.of(customer)).isEmpty()) {
            throw visible.absent(customer);
        }
    }

    private static Change change(Purchase recorded) {
        String detail = "{\"purchase\":\"" + recorded.id() + "\",\"purchasedOn\":\""
                + recorded.content().purchasedOn() + "\"}";
        return new Change(
                "registry.PurchaseRecorded", "customer", recorded.customer().value(), detail);
    }

    @Override
    public Page<Purchase> list(CustomerId customer, int limit, @Nullable String cursor) {
        platform.callers().require(CheckedCustomers.READ);
        Pages.bounded(limit);
        Keyset after = Keyset.descending(cursor);
        visible.require(customer);
        List<Purchase> found =
                platform.transactions().read(connection -> PurchaseTable.page(connection, customer, after, limit + 1));
        return Pages.of(found, limit, PurchaseTable::place);
    }
}
