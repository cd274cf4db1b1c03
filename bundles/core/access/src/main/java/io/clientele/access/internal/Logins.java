package io.clientele.access.internal;

import io.clientele.access.Caller;
import io.clientele.access.internal.store.InvalidationStore;
import io.clientele.access.internal.store.InvalidationStore.Invalidation;
import io.clientele.access.internal.store.LoginStore;
import io.clientele.access.internal.store.LoginStore.Kind;
import io.clientele.access.internal.store.LoginStore.Stored;
import io.clientele.kernel.ShortId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a session or API token, from memory. Every two seconds one request asks the database what is to be forgotten; a request
 * that finds that answer three seconds old waits for a new one. Safe for use by many threads.
 */
final class Logins {
    private static final int MOST = 20_000;
    private static final long ASK_AFTER_MILLIS = 2000;
    private static final long WAIT_AFTER_MILLIS = 3000;
    private static final long WRITE_USE_AFTER_MILLIS = 60_000;

    private final LoginStore store;
    private final InvalidationStore invalidations;
    private final Clock clock;
    private final Duration idle;
    private final ThreadCallers callers;
    private final Map<String, Login> known = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong announced = new AtomicLong();
    private volatile long learnt;
    private volatile long generation = -1;
    private volatile long askedAt;

    /** Sessions that are not used for {@code idle} have ended. */
    Logins(Stores stores, Duration idle, ThreadCallers callers, Clock clock) {
        this.store = stores.logins();
        this.invalidations = stores.invalidations();
        this.idle = idle;
        this.callers = callers;
        this.clock = clock;
    }

    /** Where logins are kept and revoked. */
    record Stores(LoginStore logins, InvalidationStore invalidations) {}

    /** A session or token in use. */
    static final class Login {
        final Kind kind;
        final SignedIn identity;
        private final @Nullable Instant expiresAt;
        private volatile long usedAt;
        private volatile long writtenAt;

        Login(Kind kind, Stored stored, ThreadCallers callers) {
            this.kind = kind;
            this.identity = new SignedIn(stored.caller(), callers, kind == Kind.TOKEN);
            this.expiresAt = stored.expiresAt();
            this.usedAt = stored.usedAt().toEpochMilli();
            this.writtenAt = usedAt;
        }

        private boolean aliveAt(long now, Duration idle) {
            return (expiresAt == null || now < expiresAt.toEpochMilli())
                    && (kind == Kind.TOKEN || now - usedAt < idle.toMillis());
        }

        /** Notes a use; true if it is time to write it down, to one caller only. */
        private synchronized boolean use(long now) {
            usedAt = now;
            if (now - writtenAt < WRITE_USE_AFTER_MILLIS) {
                return false;
            }
            writtenAt = now;
            return true;
        }

        Caller caller() {
            return identity.caller();
        }
    }

    /** A login that was found, and whether its use is to be written down now. */
    record Found(Login login, boolean writeUse) {}

    /** The session or token with this hash, if it still counts, used now. */
    Optional<Found> use(Kind kind, String hash) {
        return find(kind, hash).map(login -> {
            long now = clock.millis();
            return new Found(login, now - login.usedAt >= 1000 && login.use(now));
        });
    }

    /** The session or token with this hash, if it still counts. */
    Optional<Login> find(Kind kind, String hash) {
        long now = clock.millis();
        refresh(now);
        Login login = known.get(hash);
        if (login == null || login.kind != kind || !login.aliveAt(now, idle)) {
            // Another node may have seen it in use since.
            login = load(kind, hash);
        }
        return login == null || !login.aliveAt(now, idle) ? Optional.empty() : Optional.of(login);
    }

    /** Learns at the next request what was announced, however fresh the last answer is. */
    void forgetSoon() {
        announced.incrementAndGet();
    }

    private @Nullable Login load(Kind kind, String hash) {
        long before = generation;
        Optional<Stored> stored = store.find(kind, hash);
        if (stored.isEmpty()) {
            known.remove(hash);
            return null;
        }
        Login login = new Login(kind, stored.get(), callers);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(hash, login);
        if (generation != before) {
            // What was announced meanwhile may be about this one.
            known.remove(hash, login);
        }
        return login;
    }

    private void refresh(long now) {
        boolean own = learnt != announced.get();
        long age = Math.abs(now - askedAt);
        if (!own && age < ASK_AFTER_MILLIS) {
            return;
        }
        if (own || age >= WAIT_AFTER_MILLIS) {
            asking.lock();
        } else if (!asking.tryLock()) {
            return;
        }
        try {
            long known = announced.get();
            if (learnt != known || Math.abs(now - askedAt) >= ASK_AFTER_MILLIS) {
                ask();
                askedAt = now;
                learnt = known;
            }
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        if (generation < 0) {
            generation = invalidations.generation();
            return;
        }
        List<Invalidation> news = invalidations.since(generation);
        if (news.isEmpty()) {
            return;
        }
        boolean gap = news.get(0).generation() != generation + 1;
        generation = news.get(news.size() - 1).generation();
        if (gap) {
            known.clear();
        } else {
            news.forEach(this::forget);
        }
    }

    private void forget(Invalidation invalidation) {
        switch (invalidation.kind()) {
            case LOGIN -> known.remove(invalidation.target());
            case TEAMS -> known.clear();
            case USER -> {
                long user = ShortId.parse(invalidation.target());
                known.values().removeIf(login -> login.caller().user().value() == user);
            }
        }
    }
}
