package io.clientele.bench.load;

import io.clientele.bench.measure.ProcessTree;

/** A server under load and the processes its work is charged to. */
public record Target(String name, int port, ProcessTree server, ProcessTree database) {}
