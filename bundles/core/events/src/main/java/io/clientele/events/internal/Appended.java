package io.clientele.events.internal;

import io.clientele.persistence.Transactions;

/** How many events the current unit of work has appended. */
final class Appended {
    private int events;

    private Appended() {}

    static Appended in(Transactions transactions) {
        return transactions.attached(Appended.class, Appended::new);
    }

    void one() {
        events++;
    }

    int events() {
        return events;
    }
}
