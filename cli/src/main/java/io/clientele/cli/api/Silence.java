package io.clientele.cli.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends the reading of an answer of which nothing was heard for too long; whoever reads finds it closed. For one thread. */
final class Silence implements AutoCloseable {
    private final InputStream answer;
    private final Duration longest;
    private CompletableFuture<Void> heard;

    Silence(InputStream answer, Duration longest) {
        this.answer = answer;
        this.longest = longest;
        this.heard = begun();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for the end of a silence.
    private CompletableFuture<Void> begun() {
        CompletableFuture<Void> something = new CompletableFuture<>();
        something.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                shut();
            }
        });
        return something;
    }

    private void shut() {
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something came: the silence begins anew. */
    void broken() {
        close();
        heard = begun();
    }

    @Override
    public void close() {
        heard.complete(null);
    }
}
