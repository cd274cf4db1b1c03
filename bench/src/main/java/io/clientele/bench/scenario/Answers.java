package io.clientele.bench.scenario;

import io.clientele.bench.load.Response;

/** A wrong answer ends the run: a fast refusal must never pass for a fast product. */
final class Answers {
    private Answers() {}

    static void insist(Response response, int status) {
        if (response.status() != status) {
            throw new IllegalStateException(
                    "expected " + status + ", was answered " + response.status() + ": " + response.text());
        }
    }
}
