package io.clientele.rest.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** An authenticated sender. */
@ConsumerType
public interface Identity {
    /** The name for logs and for the scope of idempotency keys; unique among identities and never a secret. */
    String name();

    /** Whether the sender holds a permission such as {@code sales:write}. */
    boolean may(String permission);

    /** What the sender may do and see, as a text that changes whenever either does; never a secret. */
    default String rights() {
        return "";
    }

    /** Makes this the caller of the current thread until the scope is closed. */
    Scope enter();

    /** Ends an {@link #enter}. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
