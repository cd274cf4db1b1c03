package io.clientele.registry.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.events.Outbox;
import io.clientele.facts.Customers;
import io.clientele.kernel.Ids;
import io.clientele.persistence.Transactions;
import java.time.Clock;

/** What every service of the registry stands on. */
public record Platform(
        Callers callers,
        Audit audit,
        Outbox outbox,
        Customers customers,
        Transactions transactions,
        Ids ids,
        Clock clock) {}
