package io.clientele.bench.scenario;

import io.clientele.bench.load.Target;
import io.clientele.bench.load.Workload;

/** One of the two that take turns: who is asked, and what. */
record Side(Target target, Workload workload) {}
