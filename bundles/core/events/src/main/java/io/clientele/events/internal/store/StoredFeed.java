package io.clientele.events.internal.store;

/**
 * A feed as it stands.
 *
 * @param leased whether the lease of some node is good
 * @param handled how many events were handled since the feed began
 */
public record StoredFeed(
        String name, String module, Cursor cursor, boolean leased, boolean hung, long handled, long parked) {}
