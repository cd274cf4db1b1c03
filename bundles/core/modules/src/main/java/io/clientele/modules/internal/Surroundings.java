package io.clientele.modules.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.kernel.Ids;
import io.clientele.persistence.Schemas;
import io.clientele.persistence.Transactions;
import java.time.Clock;

/** What the life cycle stands on. */
record Surroundings(Transactions transactions, Schemas schemas, Callers callers, Audit audit, Ids ids, Clock clock) {}
