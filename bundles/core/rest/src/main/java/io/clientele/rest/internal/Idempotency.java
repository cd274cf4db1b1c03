package io.clientele.rest.internal;

import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a request with an {@code Idempotency-Key} once, however often it is sent. The key, the change and the answer are one
 * transaction: either all of them are there after a crash, or none is and the repetition does the work. A request that failed changed
 * nothing, so nothing is kept of it and it may be corrected under the same key.
 */
final class Idempotency {
    static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 255;
    private static final int PRUNE_EVERY = 1000;

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final AtomicLong carriedOut = new AtomicLong();
    private final Clock clock;
    private volatile @Nullable IdempotencyRows rows;

    Idempotency(Clock clock) {
        this.clock = clock;
    }

    void use(@Nullable Transactions transactions) {
        rows = transactions == null ? null : new IdempotencyRows(transactions, clock);
    }

    /** Serves a request, for real. */
    interface Service {
        void serve(KeptBody request, KeptAnswer response) throws IOException;
    }

    /** Takes back the unit of work of a request that failed; the answer is sent all the same. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("the request was answered with a problem", null, false, false);
        }
    }

    /** The key of a request that can have one, or null. */
    static @Nullable String key(HttpServletRequest request) {
        String method = request.getMethod();
        return method.equals("POST") || method.equals("PATCH") ? request.getHeader(HEADER) : null;
    }

    /** Answers a request with a key, or returns the problem to answer with. */
    @Nullable
    Problem answer(Call call, String key, Service service) throws IOException {
        IdempotencyRows store = rows;
        if (store == null) {
            return Problem.of(503, "Idempotency keys cannot be kept at the moment");
        }
        if (key.isBlank() || key.length() > MAX_KEY) {
            return Problem.of(400, "idempotency-key-invalid", "An Idempotency-Key has 1 to " + MAX_KEY + " characters");
        }
        KeptBody request = KeptBody.of(call);
        String digest = digest(scope(call, key).getBytes(StandardCharsets.UTF_8));
        String bodyDigest = digest(request.body());
        if (!running.add(digest)) {
            return Problem.of(409, "request-in-progress", "A request with this Idempotency-Key is being carried out");
        }
        try {
            return once(new Attempt(call, request, service), store, new IdempotencyRows.Request(digest, bodyDigest));
        } finally {
            running.remove(digest);
            if (carriedOut.incrementAndGet() % PRUNE_EVERY == 0) {
                store.prune();
            }
        }
    }

    /** A request in the making. */
    private record Attempt(Call call, KeptBody request, Service service) {
        KeptAnswer carryOut() {
            KeptAnswer answer = new KeptAnswer(call.response);
            try {
                service.serve(request, answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return answer;
        }
    }

    private static @Nullable Problem once(Attempt attempt, IdempotencyRows store, IdempotencyRows.Request request)
            throws IOException {
        try {
            carryOut(attempt, store, request);
            return null;
        } catch (DuplicateKeyException e) {
            return again(attempt, store, request);
        }
    }

    private static void carryOut(Attempt attempt, IdempotencyRows store, IdempotencyRows.Request request)
            throws IOException {
        AtomicReference<KeptAnswer> given = new AtomicReference<>();
        try {
            store.once(request, () -> {
                KeptAnswer answer = attempt.carryOut();
                given.set(answer);
                if (answer.getStatus() >= 400) {
                    throw new TakenBack();
                }
                return new IdempotencyRows.Answer(
                        request.bodyDigest(), answer.getStatus(), answer.headers(), ByteBuffer.wrap(answer.body()));
            });
        } catch (TakenBack e) {
            // Its answer, a problem, is sent below.
        }
        Objects.requireNonNull(given.get()).send();
    }

    /** The key was used before: gives the same answer, if the request is the same. After a day it is as good as new. */
    private static @Nullable Problem again(Attempt attempt, IdempotencyRows store, IdempotencyRows.Request request)
            throws IOException {
        Optional<IdempotencyRows.Answer> before = store.find(request.digest());
        if (before.isEmpty()) {
            store.forget(request.digest());
            // A second refusal is not about the key, but about what the request itself writes, and goes to its sender.
            carryOut(attempt, store, request);
            return null;
        }
        Call call = attempt.call();
        IdempotencyRows.Answer answer = before.get();
        if (!answer.bodyDigest().equals(request.bodyDigest())) {
            return Problem.of(422, "idempotency-key-reused", "This Idempotency-Key came with another body before");
        }
        for (String line : answer.headers().split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                call.response.setHeader(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        call.response.setHeader("Idempotency-Replayed", "true");
        KeptAnswer.send(call.response, answer.status(), answer.body().array());
        return null;
    }

    private static String scope(Call call, String key) {
        String name = call.identity == null ? "" : call.identity.name();
        HttpServletRequest request = call.request;
        return String.join("\n", name, request.getMethod(), request.getRequestURI(), key);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
