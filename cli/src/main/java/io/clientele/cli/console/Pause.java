package io.clientele.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait between two looks at something that cannot call back; grows so that long waits cost little. */
public final class Pause {
    private final CountDownLatch never = new CountDownLatch(1);
    private final Duration longest;
    private Duration next;

    public Pause(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** The length of the next wait; each call makes the one after it half as long again. */
    public Duration next() {
        Duration now = next;
        Duration grown = now.multipliedBy(3).dividedBy(2);
        next = grown.compareTo(longest) > 0 ? longest : grown;
        return now;
    }

    public void await() throws InterruptedException {
        if (never.await(next().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody opens this latch");
        }
    }
}
