package io.clientele.access;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What {@link Audit} recorded. Reading and verifying need {@code audit:audit}. */
@ProviderType
public interface AuditTrail {
    /**
     * Entries, the newest first. A page may hold fewer than {@code limit} and still not be the last: what is rare is looked for in a bounded
     * number of entries at a time, and {@code next} goes on from there.
     */
    Page<AuditEntry> list(AuditQuery asked, int limit, @Nullable String cursor);

    /** Recomputes every chain in bounded memory, while changes go on, and names the first fault. */
    ChainReport verify();
}
