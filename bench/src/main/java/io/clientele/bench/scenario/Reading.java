package io.clientele.bench.scenario;

import io.clientele.bench.load.Response;
import io.clientele.bench.load.Workload;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Requests that change nothing; each must be answered with 200 and more than an empty object. */
record Reading(Function<SplittableRandom, byte[]> question) implements Workload {
    private static final int EMPTY = 2;

    @Override
    public byte[] next(int connection, SplittableRandom random) {
        return question.apply(random);
    }

    @Override
    public void answered(int connection, Response response) {
        Answers.insist(response, 200);
        if (response.length() <= EMPTY) {
            throw new IllegalStateException("an empty answer");
        }
    }
}
