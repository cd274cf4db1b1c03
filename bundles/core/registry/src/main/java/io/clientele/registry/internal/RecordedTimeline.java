package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.kernel.Page;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Interaction;
import io.clientele.registry.InteractionId;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.Timeline;
import io.clientele.registry.internal.store.Activity;
import io.clientele.registry.internal.store.ActivityTable;
import io.clientele.registry.internal.store.InteractionTable;
import io.clientele.registry.internal.store.Keyset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes an interaction together with the customer's activity and the audit row. */
@Component
public final class RecordedTimeline implements Timeline {
    private final Platform platform;
    private final Visible visible;
    private final ActivityTable activities;

    @Activate
    public RecordedTimeline(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.visible = new Visible(platform);
        this.activities = new ActivityTable(foundation.dialect());
    }

    @Override
    public Interaction add(CustomerId customer, NewInteraction interaction) {
        Caller caller = platform.callers().require(CheckedCustomers.WRITE);
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Faults faults = new Faults();
        NewInteraction content = InteractionRules.check(interaction, now, faults);
        return platform.transactions().write(connection -> {
            visible.require(customer);
            faults.raise();
            Interaction recorded =
                    new Interaction(new InteractionId(platform.ids().next()), customer, content, caller.user(), now);
            InteractionTable.insert(connection, List.of(recorded));
            activities.add(connection, customer.value(), Activity.of(content));
            platform.audit().record(change(recorded));
            platform.outbox().append(Happened.added(recorded));
            return recorded;
        });
    }

    private static Change change(Interaction recorded) {
        String detail = "{\"interaction\":\"" + recorded.id() + "\",\"kind\":\""
                + recorded.content().kind().code() + "\"}";
        return new Change(
                "registry.InteractionRecorded", "customer", recorded.customer().value(), detail);
    }

    @Override
    public Page<Interaction> list(CustomerId customer, int limit, @Nullable String cursor) {
        platform.callers().require(CheckedCustomers.READ);
        Pages.bounded(limit);
        Keyset after = Keyset.descending(cursor);
        visible.require(customer);
        List<Interaction> found = platform.transactions()
                .read(connection -> InteractionTable.page(connection, customer, after, limit + 1));
        return Pages.of(found, limit, InteractionTable::place);
    }
}
