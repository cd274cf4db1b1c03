package io.clientele.events.internal.store;

/**
 * A delivery that is this node's to send, for as long as nobody has raised the fence.
 *
 * @param attempts how often it was sent in vain before
 * @param secret what it is signed with
 */
public record Parcel(long hook, long sequence, long fence, int attempts, String url, String secret, String body) {
    /** Which delivery it is, and nothing that is secret. */
    @Override
    public String toString() {
        return "Parcel[hook=" + hook + ", sequence=" + sequence + "]";
    }
}
