package io.clientele.access;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What {@link Audit} recorded of single things, for those who may see the thing. Safe for use by many threads. */
@ProviderType
public interface History {
    /**
     * The changes of one thing, the newest first. Whoever calls this has made sure that the current caller may see the thing: it asks for
     * no permission of its own.
     */
    Page<AuditEntry> of(String subject, long id, int limit, @Nullable String cursor);
}
