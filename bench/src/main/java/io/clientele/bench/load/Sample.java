package io.clientele.bench.load;

import java.util.stream.LongStream;

/** One round: what it cost the server's and the database's process trees, and how long each request took. */
public final class Sample {
    private final long serverNanos;
    private final long databaseNanos;
    private final long wallNanos;
    private final long[] latencies;

    Sample(long serverNanos, long databaseNanos, long wallNanos, long[] latencies) {
        this.serverNanos = serverNanos;
        this.databaseNanos = databaseNanos;
        this.wallNanos = wallNanos;
        this.latencies = latencies;
    }

    /** Processor time of server and database in microseconds per request. */
    public double cpuMicros() {
        return (serverNanos + databaseNanos) / 1e3 / latencies.length;
    }

    /** The database's part of it. */
    public double databaseMicros() {
        return databaseNanos / 1e3 / latencies.length;
    }

    /** Requests answered in a second of wall time. */
    public double perSecond() {
        return latencies.length * 1e9 / wallNanos;
    }

    /** Nanoseconds of each request. */
    public LongStream latencies() {
        return LongStream.of(latencies);
    }
}
