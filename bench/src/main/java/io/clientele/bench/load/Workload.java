package io.clientele.bench.load;

import java.util.SplittableRandom;

/** What is asked over and over. Each connection calls from its own thread and only ever names its own number. */
public interface Workload {
    /** The bytes of the next request. */
    byte[] next(int connection, SplittableRandom random);

    /** Looks at the answer to the request last handed out for {@code connection}; throws if it is not what was promised. */
    void answered(int connection, Response response);
}
