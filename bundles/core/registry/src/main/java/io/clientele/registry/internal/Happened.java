package io.clientele.registry.internal;

import io.clientele.events.NewEvent;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Interaction;
import io.clientele.registry.Purchase;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.store.RelationTable;

/** What the registry tells other modules of its changes: what was touched, not what it holds, which they may read if they may see it. */
final class Happened {
    private Happened() {}

    static NewEvent added(CustomerRow customer) {
        return new NewEvent("registry.CustomerAdded", customer.id(), "{\"version\":" + customer.version() + "}");
    }

    static NewEvent changed(CustomerRow before, CustomerRow after) {
        String fields = String.join("\",\"", CustomerChange.fields(before, after));
        return new NewEvent(
                "registry.CustomerChanged",
                after.id(),
                "{\"version\":" + after.version() + ",\"fields\":[\"" + fields + "\"]}");
    }

    static NewEvent added(Interaction interaction) {
        return new NewEvent(
                "registry.InteractionAdded",
                interaction.customer().value(),
                "{\"interaction\":\"" + interaction.id() + "\",\"kind\":\""
                        + interaction.content().kind().code() + "\"}");
    }

    static NewEvent added(Purchase purchase) {
        return new NewEvent(
                "registry.PurchaseAdded",
                purchase.customer().value(),
                "{\"purchase\":\"" + purchase.id() + "\",\"purchasedOn\":\""
                        + purchase.content().purchasedOn() + "\"}");
    }

    /** Not to whom: who may see the one customer need not know of the other. */
    static NewEvent added(RelationTable.Row relation) {
        return new NewEvent(
                "registry.RelationAdded", relation.from().value(), "{\"relation\":\"" + relation.id() + "\"}");
    }

    static NewEvent relationRemoved(CustomerId customer, String relation) {
        return new NewEvent("registry.RelationRemoved", customer.value(), "{\"relation\":\"" + relation + "\"}");
    }
}
