package io.clientele.access;

import org.osgi.annotation.versioning.ProviderType;

/** Takes away what {@link Audit} kept of a thing that is erased, in such a way that the chains stay whole. */
@ProviderType
public interface Redaction {
    /** What stands in the place of a detail that was taken away. */
    String ERASED = "{\"erased\":true}";

    /**
     * Takes away the details of all recorded changes of one thing; who did what, and when, stays. Called in the unit of work that records the
     * erasure, as a change of the same thing whose action ends with {@code Erased}: without that entry the chain counts as altered. Fails
     * outside a unit of work.
     */
    void redact(String subject, long id);
}
