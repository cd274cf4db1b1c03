package io.clientele.bench.scenario;

import io.clientele.bench.data.People;
import io.clientele.bench.load.Response;
import io.clientele.bench.load.Workload;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** New customers that nobody had before; {@code numbers} gives each its own. */
record Creating(Protocol protocol, People people, AtomicLong numbers) implements Workload {
    @Override
    public byte[] next(int connection, SplittableRandom random) {
        return protocol.create(people.person(numbers.getAndIncrement()));
    }

    @Override
    public void answered(int connection, Response response) {
        Answers.insist(response, 201);
    }
}
