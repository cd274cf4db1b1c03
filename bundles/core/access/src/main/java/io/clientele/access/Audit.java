package io.clientele.access;

import org.osgi.annotation.versioning.ProviderType;

/** The record of every change: one row in the change's own transaction, chained by hash to the row before it. */
@ProviderType
public interface Audit {
    /** Records a change by the current caller. Fails outside a unit of work: there is no change without its row, and no row without it. */
    void record(Change change);
}
