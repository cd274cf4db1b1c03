package io.clientele.modules.internal.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Fetches files over https. It follows no redirect, takes no more bytes than it is told, and no longer, whatever the other side does. Safe for use
 * by many threads.
 */
final class Download {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private final HttpClient client;
    private final Duration patience;

    /** One file takes {@code patience} at most. */
    Download(SSLContext encryption, Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .sslContext(encryption)
                .build();
    }

    /**
     * Brings {@code file} up to date; what is there already is not sent again if the server knows it by its tag. Fails with a message that says
     * what is wrong, and leaves the file as it was then.
     *
     * @return how long the file is
     */
    long fetch(URI address, Path file, long most) throws IOException {
        Path part = sibling(file, ".part");
        Path tag = sibling(file, ".tag");
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "Clientele");
        if (Files.exists(file) && Files.exists(tag)) {
            request.header("If-None-Match", Files.readString(tag));
        }
        try {
            HttpResponse<Path> answer = answer(request.build(), part, most);
            if (answer.statusCode() == OK) {
                Files.deleteIfExists(tag);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                if (answer.headers().firstValue("ETag").isPresent()) {
                    Files.writeString(tag, answer.headers().firstValue("ETag").get());
                }
            } else if (answer.statusCode() != NOT_MODIFIED) {
                throw new IOException("it answers " + answer.statusCode());
            }
            return Files.size(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private HttpResponse<Path> answer(HttpRequest request, Path part, long most) throws IOException {
        CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(
                request,
                head -> head.statusCode() == OK
                        ? new Bounded(HttpResponse.BodySubscribers.ofFile(part), most)
                        : HttpResponse.BodySubscribers.replacing(part));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(e);
        } catch (ExecutionException e) {
            throw told(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private IOException told(Throwable cause) {
        if (cause instanceof SSLException) {
            return new IOException("no secure connection could be made: " + cause.getMessage(), cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return late(cause);
        }
        if (cause instanceof ConnectException) {
            return new IOException("the host does not accept connections", cause);
        }
        return new IOException(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    private IOException late(Throwable cause) {
        return new IOException("it was not read within " + patience.toSeconds() + " s", cause);
    }

    /** Hands bytes on, until there are too many. */
    private static final class Bounded implements HttpResponse.BodySubscriber<Path> {
        private final HttpResponse.BodySubscriber<Path> taker;
        private final long most;
        private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
        private long taken;

        Bounded(HttpResponse.BodySubscriber<Path> taker, long most) {
            this.taker = taker;
            this.most = most;
        }

        @Override
        public CompletionStage<Path> getBody() {
            return taker.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscribed.complete(subscription);
            taker.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> bytes) {
            taken += bytes.stream().mapToLong(ByteBuffer::remaining).sum();
            if (taken > most) {
                subscribed.join().cancel();
                taker.onError(new IOException("it is longer than " + most + " bytes"));
            } else {
                taker.onNext(bytes);
            }
        }

        @Override
        public void onError(Throwable failure) {
            taker.onError(failure);
        }

        @Override
        public void onComplete() {
            taker.onComplete();
        }
    }
}
