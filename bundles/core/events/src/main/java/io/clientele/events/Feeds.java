package io.clientele.events;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The feeds that are known: one for every handler that there is, or was and may come back. */
@ProviderType
public interface Feeds {
    /** How all feeds stand, in the order of their names. */
    List<FeedStatus> status();

    /**
     * Forgets a feed whose handler is away, with what it parked: events are no longer kept for it. Fails with {@link
     * io.clientele.kernel.NotFoundException} if there is no such feed, with {@link io.clientele.kernel.ConflictException} if its handler is
     * there on any node.
     */
    void forget(String feed);
}
