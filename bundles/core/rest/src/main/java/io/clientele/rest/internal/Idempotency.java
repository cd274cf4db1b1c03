package io.clientele.rest.internal;

import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a request with an {@code Idempotency-Key} once, however often it is sent. The key, the change and the answer are one
 * transaction: either all of them are there after a crash, or none is and the repetition does the work. A request that failed changed
 * nothing, so nothing is kept of it and it may be corrected under the same key. The table tells nobody what was answered: see {@link RequestSeal}.
 */
final class Idempotency {
    static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 255;
    private static final long BETWEEN_PRUNING_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final AtomicLong prunedMillis = new AtomicLong();
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
    Problem answer(Call call, String key, KeptBody body, Service service) throws IOException {
        IdempotencyRows store = rows;
        if (store == null) {
            return Problem.of(503, "Idempotency keys cannot be kept at the moment");
        }
        if (key.isBlank() || key.length() > MAX_KEY) {
            return Problem.of(400, "idempotency-key-invalid", "An Idempotency-Key has 1 to " + MAX_KEY + " characters");
        }
        RequestSeal seal = RequestSeal.of(key, call.identity);
        IdempotencyRows.Request request =
                new IdempotencyRows.Request(digest(scope(call, key)), seal.digest(body.body()));
        if (!running.add(request.digest())) {
            return Problem.of(409, "request-in-progress", "A request with this Idempotency-Key is being carried out");
        }
        Reply reply;
        try {
            reply = once(new Attempt(call, body, service, seal), store, request);
        } finally {
            running.remove(request.digest());
        }
        Problem problem = reply.send();
        pruneIfDue(store);
        return problem;
    }

    /** What to say in the end. Whoever has heard it may send the request again. */
    private interface Reply {
        @Nullable
        Problem send() throws IOException;
    }

    private void pruneIfDue(IdempotencyRows store) {
        long now = clock.millis();
        long before = prunedMillis.get();
        if (now - before > BETWEEN_PRUNING_MILLIS && prunedMillis.compareAndSet(before, now)) {
            store.prune();
        }
    }

    /** A request in the making. */
    private record Attempt(Call call, KeptBody request, Service service, RequestSeal seal) {
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

    private static Reply once(Attempt attempt, IdempotencyRows store, IdempotencyRows.Request request) {
        try {
            return carryOut(attempt, store, request);
        } catch (DuplicateKeyException e) {
            return again(attempt, store, request);
        }
    }

    private static Reply carryOut(Attempt attempt, IdempotencyRows store, IdempotencyRows.Request request) {
        AtomicReference<KeptAnswer> given = new AtomicReference<>();
        try {
            store.once(request, () -> {
                KeptAnswer answer = attempt.carryOut();
                given.set(answer);
                if (answer.getStatus() >= 400) {
                    throw new TakenBack();
                }
                return new IdempotencyRows.Answer(
                        request.bodyDigest(),
                        answer.getStatus(),
                        ByteBuffer.wrap(attempt.seal().close(answer.kept())));
            });
        } catch (TakenBack e) {
            // Its answer, a problem, is sent all the same.
        }
        KeptAnswer answer = Objects.requireNonNull(given.get());
        return () -> {
            answer.send();
            return null;
        };
    }

    /** The key was used before: gives the same answer, if the request is the same. After a day it is as good as new. */
    private static Reply again(Attempt attempt, IdempotencyRows store, IdempotencyRows.Request request) {
        Optional<IdempotencyRows.Answer> before = store.find(request.digest());
        if (before.isEmpty()) {
            store.forget(request.digest());
            // A second refusal is not about the key, but about what the request itself writes, and goes to its sender.
            return carryOut(attempt, store, request);
        }
        IdempotencyRows.Answer answer = before.get();
        if (!answer.bodyDigest().equals(request.bodyDigest())) {
            return () ->
                    Problem.of(422, "idempotency-key-reused", "This Idempotency-Key came with another body before");
        }
        Optional<byte[]> kept = attempt.seal().open(answer.closed().array());
        if (kept.isEmpty()) {
            return () -> Problem.of(
                    409, "answer-withheld", "This was done once, by a sender who might do or see other things then");
        }
        HttpServletResponse response = attempt.call().response;
        return () -> {
            response.setHeader("Idempotency-Replayed", "true");
            KeptAnswer.send(response, answer.status(), new ByteArrayInputStream(kept.get()));
            return null;
        };
    }

    private static String scope(Call call, String key) {
        String name = call.identity == null ? "" : call.identity.name();
        HttpServletRequest request = call.request;
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return String.join("\n", name, request.getMethod(), request.getRequestURI(), query, key);
    }

    private static String digest(String scope) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(scope.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
