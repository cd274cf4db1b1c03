package io.clientele.registry.internal.transfer;

import io.clientele.rest.EventStream.Sink;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody who waits for the end of a stream of events. */
final class Watcher implements Sink {
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public boolean send(String event, Object data) {
        return ended.getCount() > 0;
    }

    @Override
    public void onClose(Runnable action) {
        // Nobody but the import ends this stream, and it knows.
    }

    @Override
    public void close() {
        ended.countDown();
    }

    void awaitEnd() {
        try {
            if (!ended.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the import does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
