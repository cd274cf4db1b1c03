package io.clientele.access.internal;

import io.clientele.access.Audit;
import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.access.internal.audit.Detail;
import io.clientele.access.internal.store.ApiToken;
import io.clientele.access.internal.store.InvalidationStore;
import io.clientele.access.internal.store.TokenStore;
import io.clientele.kernel.Ids;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The current caller's API tokens; others' are as if they were not there. */
@Component(service = Tokens.class)
public final class Tokens {
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** A token that was just made; its secret is shown this once. */
    public record Made(ApiToken token, String secret) {
        /** Everything but the secret. */
        @Override
        public String toString() {
            return "Made[token=" + token + "]";
        }
    }

    /** What tokens are kept in. */
    record Parts(
            Transactions transactions,
            TokenStore tokens,
            InvalidationStore invalidations,
            StoredAuthenticator authenticator,
            Callers callers,
            Audit audit,
            Ids ids) {}

    private final Parts parts;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Activate
    public Tokens(
            @Reference Transactions transactions,
            @Reference TokenStore tokens,
            @Reference InvalidationStore invalidations,
            @Reference StoredAuthenticator authenticator,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Ids ids) {
        this(new Parts(transactions, tokens, invalidations, authenticator, callers, audit, ids), Clock.systemUTC());
    }

    Tokens(Parts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    public Page<ApiToken> list(int limit, @Nullable String cursor) {
        Caller caller = parts.callers().require("tokens:read");
        return Pages.of(parts.tokens().after(caller.user(), Pages.after(cursor), limit + 1), limit, ApiToken::id);
    }

    /** Makes a token with the caller's rights, which ends at {@code expiresAt} or never. */
    public Made make(String name, @Nullable Instant expiresAt) {
        Caller caller = parts.callers().require("tokens:write");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        check(name, expiresAt, now);
        String secret = StoredAuthenticator.TOKEN_PREFIX + secrets.token();
        Instant end = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        ApiToken token = new ApiToken(parts.ids().next(), caller.user(), name, now, end, null);
        parts.transactions().write(connection -> {
            parts.tokens().add(token, Secrets.hash(secret));
            record(
                    "access.TokenMade",
                    token.id(),
                    new Detail().with("name", name).with("expiresAt", end));
            return token;
        });
        return new Made(token, secret);
    }

    public void remove(long id) {
        Caller caller = parts.callers().require("tokens:write");
        parts.transactions().write(connection -> {
            String hash = parts.tokens()
                    .remove(caller.user(), id)
                    .orElseThrow(() -> new NotFoundException("token", ShortId.format(id)));
            parts.invalidations().announce(InvalidationStore.Kind.LOGIN, hash);
            parts.transactions().afterCommit(parts.authenticator()::forgetSoon);
            record("access.TokenRemoved", id, new Detail());
            return id;
        });
    }

    private static void check(String name, @Nullable Instant expiresAt, Instant now) {
        List<Violation> violations = new ArrayList<>();
        Texts.checkName("/name", name, violations);
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST)))) {
            violations.add(new Violation("/expiresAt", "A token ends in the future, within ten years"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private void record(String action, long id, Detail detail) {
        parts.audit().record(new Change(action, "token", id, detail.toString()));
    }
}
