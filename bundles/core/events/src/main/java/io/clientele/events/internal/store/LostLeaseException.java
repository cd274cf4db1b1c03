package io.clientele.events.internal.store;

/** Another node has the feed now, so this unit of work must not commit. */
public final class LostLeaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostLeaseException(Lease lease) {
        super("another node works on the feed " + lease.feed());
    }
}
