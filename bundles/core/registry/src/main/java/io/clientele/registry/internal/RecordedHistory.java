package io.clientele.registry.internal;

import io.clientele.access.Visibility;
import io.clientele.kernel.ForbiddenException;
import io.clientele.registry.PurchaseHistory;
import io.clientele.registry.internal.store.PurchaseFigures;
import java.util.Collection;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads purchases as figures, in batches along their ids. */
@Component
public final class RecordedHistory implements PurchaseHistory {
    /** So many are read and gone before a collector has to copy them. */
    private static final int BATCH = 5_000;

    private final Platform platform;
    private final PurchaseFigures figures;

    @Activate
    public RecordedHistory(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.figures = new PurchaseFigures(foundation.dialect());
    }

    @Override
    public void forEach(Sink sink) {
        requireAll();
        long last = 0;
        boolean more = true;
        while (more) {
            long after = last;
            PurchaseFigures.Batch batch =
                    platform.transactions().read(connection -> figures.after(connection, after, BATCH));
            batch.handTo(sink);
            last = batch.last();
            more = batch.size() == BATCH;
        }
    }

    @Override
    public void forEach(Collection<Long> customers, Sink sink) {
        requireAll();
        if (!customers.isEmpty()) {
            platform.transactions()
                    .read(connection -> figures.of(connection, customers))
                    .handTo(sink);
        }
    }

    @Override
    public Optional<String> usualCurrency() {
        platform.callers().require(CheckedCustomers.READ);
        return platform.transactions().read(PurchaseFigures::usualCurrency);
    }

    private void requireAll() {
        Visibility visible = Visibility.of(platform.callers().require(CheckedCustomers.READ));
        if (!(visible instanceof Visibility.All)) {
            throw new ForbiddenException(CheckedCustomers.READ + " for all customers");
        }
    }
}
