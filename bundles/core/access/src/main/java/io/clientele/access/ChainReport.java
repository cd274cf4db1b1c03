package io.clientele.access;

import org.jspecify.annotations.Nullable;

/**
 * What came of recomputing the chains of the audit.
 *
 * @param entries how many were read
 * @param fault the first fault, or null if every chain is intact
 */
public record ChainReport(long entries, @Nullable Fault fault) {
    /** Whether every entry is as it was written, in its place, and none is missing. */
    public boolean intact() {
        return fault == null;
    }

    /**
     * Where a chain breaks.
     *
     * @param sequence the place in the chain, from 1
     * @param reason what is wrong there, in a sentence
     */
    public record Fault(int chain, long sequence, Kind kind, String reason) {}

    /** Ways to break a chain. */
    public enum Kind {
        /** The entry, or the hash beside it, is not what was written. */
        ALTERED,
        /** An entry is gone and later ones are there. */
        MISSING,
        /** The entry was written, but for another place of the chain. */
        REORDERED,
        /** The newest entries are gone. */
        TRUNCATED,
        /** An entry stands behind the end of the chain. */
        ADDED,
        /** The end mark of the chain is gone or is not what was written. */
        HEAD
    }
}
