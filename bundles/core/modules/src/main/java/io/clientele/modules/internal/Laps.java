package io.clientele.modules.internal;

/** What the time of an absence is spent on, for the log: whoever waits wants to know for what. Used by one thread. */
final class Laps {
    private final StringBuilder told = new StringBuilder();
    private long last = System.nanoTime();

    /** What was done since the lap before is called {@code what}. */
    void done(String what) {
        long now = System.nanoTime();
        told.append(told.isEmpty() ? "" : ", ").append(what).append(' ').append((now - last) / 1_000_000);
        last = now;
    }

    /** Such as {@code stop 3, start 12}, in milliseconds. */
    @Override
    public String toString() {
        return told.toString();
    }
}
