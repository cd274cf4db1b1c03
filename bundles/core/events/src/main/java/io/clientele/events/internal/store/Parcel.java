package io.clientele.events.internal.store;

import java.util.List;

/**
 * A delivery that is this node's to send, for as long as nobody has raised the fence.
 *
 * @param attempts how often it was sent in vain before
 * @param secrets what it is signed with, the newest first
 */
public record Parcel(
        long hook, long sequence, long fence, int attempts, String url, List<String> secrets, String body) {
    public Parcel {
        secrets = List.copyOf(secrets);
    }

    /** Which delivery it is, and nothing that is secret. */
    @Override
    public String toString() {
        return "Parcel[hook=" + hook + ", sequence=" + sequence + "]";
    }
}
