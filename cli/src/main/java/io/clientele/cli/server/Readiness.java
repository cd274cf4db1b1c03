package io.clientele.cli.server;

import io.clientele.cli.console.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Watches a server that is starting until it answers, ends or takes too long. */
final class Readiness {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** What became of the start. */
    enum Outcome {
        READY,
        ENDED,
        LATE
    }

    Outcome await(ServerState state, Duration deadline) throws InterruptedException {
        CompletableFuture<ProcessHandle> exit =
                state.process().map(ProcessHandle::onExit).orElse(CompletableFuture.completedFuture(null));
        long end = System.nanoTime() + deadline.toNanos();
        Pause pause = new Pause(Duration.ofMillis(100), Duration.ofSeconds(1));
        while (System.nanoTime() < end) {
            if (isReady(state.address())) {
                return Outcome.READY;
            }
            try {
                exit.get(pause.next().toMillis(), TimeUnit.MILLISECONDS);
                return Outcome.ENDED;
            } catch (TimeoutException e) {
                // Still alive and not ready: look again.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return Outcome.LATE;
    }

    boolean isReady(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
