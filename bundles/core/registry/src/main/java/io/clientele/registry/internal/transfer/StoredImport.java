package io.clientele.registry.internal.transfer;

import io.clientele.access.UserId;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An import as the database knows it. */
record StoredImport(long id, Origin origin, ImportSettings settings, Standing standing, Progress progress) {

    /** What came from whom; it never changes. */
    record Origin(ImportKind kind, String name, UserId createdBy, Instant createdAt, long bytes, long lines) {}

    /**
     * Where it stands.
     *
     * @param fault why it failed or was interrupted
     * @param claim the run that may write
     * @param silent whether that run, or the node where it waits, has not been heard of for so long that it must be dead
     */
    record Standing(ImportState state, boolean dryRun, @Nullable String fault, long claim, boolean silent) {
        /** The state as far as anybody can tell: a run that is not heard of any more was interrupted, and so was one that waited. */
        ImportState seen() {
            boolean underWay = state == ImportState.RUNNING || state == ImportState.WAITING;
            return underWay && silent ? ImportState.INTERRUPTED : state;
        }
    }
}
