package io.clientele.access;

import org.osgi.annotation.versioning.ProviderType;

/** The record of every change: one row in the change's own transaction, chained by hash to the row before it. */
@ProviderType
public interface Audit {
    /**
     * Records a change by the current caller. Fails outside a unit of work: there is no change without its row, and no row without it. The
     * row is written just before the unit commits.
     *
     * <p>Set-based work such as an import records one change per batch that it commits, whose detail holds the counts and a digest of what
     * was written: a row for each of a million rows would cost more than the rows.
     */
    void record(Change change);
}
