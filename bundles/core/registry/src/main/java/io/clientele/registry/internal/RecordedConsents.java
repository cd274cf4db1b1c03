package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.events.NewEvent;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.registry.Consent;
import io.clientele.registry.Consents;
import io.clientele.registry.CustomerId;
import io.clientele.registry.NewConsent;
import io.clientele.registry.internal.store.ConsentTable;
import io.clientele.registry.internal.store.ErasureTable;
import io.clientele.registry.internal.store.Keyset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes what a customer said together with what counts since, the audit row and the event. */
@Component
public final class RecordedConsents implements Consents {
    private final Platform platform;
    private final Visible visible;

    @Activate
    public RecordedConsents(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.visible = new Visible(platform);
    }

    @Override
    public Consent add(CustomerId customer, NewConsent consent) {
        Caller caller = platform.callers().require(CheckedCustomers.WRITE);
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Faults faults = new Faults();
        NewConsent content = ConsentRules.check(consent, now, faults);
        return platform.transactions().write(connection -> {
            visible.require(customer);
            faults.raise();
            // Two who record at the same time follow each other: the second one counts what the first one wrote.
            if (!ErasureTable.lock(connection, customer)) {
                throw new NotFoundException("customer", customer.toString());
            }
            Consent.Id id = new Consent.Id(platform.ids().next());
            ConsentTable.insert(connection, new Consent(id, customer, content, caller.user(), now, false));
            ConsentTable.count(connection, customer);
            platform.audit().record(change(customer, id, content));
            platform.outbox().append(changed(customer, content));
            return ConsentTable.find(connection, customer, id);
        });
    }

    private static Change change(CustomerId customer, Consent.Id id, NewConsent content) {
        String detail = "{\"consent\":\"" + id + "\",\"channel\":\""
                + content.channel().code() + "\",\"purpose\":\"" + content.purpose() + "\",\"decision\":\""
                + content.decision().code() + "\"}";
        return new Change("registry.ConsentRecorded", "customer", customer.value(), detail);
    }

    private static NewEvent changed(CustomerId customer, NewConsent content) {
        String channel = content.channel().code();
        String fact = content.purpose().equals(NewConsent.MARKETING) ? "\"consent." + channel + "\"" : "";
        String detail =
                "{\"channel\":\"" + channel + "\",\"purpose\":\"" + content.purpose() + "\",\"facts\":[" + fact + "]}";
        return new NewEvent("registry.ConsentChanged", customer.value(), detail);
    }

    @Override
    public Page<Consent> list(CustomerId customer, int limit, @Nullable String cursor) {
        platform.callers().require(CheckedCustomers.READ);
        Pages.bounded(limit);
        Keyset after = Keyset.descending(cursor);
        visible.require(customer);
        List<Consent> found =
                platform.transactions().read(connection -> ConsentTable.page(connection, customer, after, limit + 1));
        return Pages.of(found, limit, ConsentTable::place);
    }
}
