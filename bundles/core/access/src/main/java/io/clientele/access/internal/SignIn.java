package io.clientele.access.internal;

import io.clientele.access.internal.password.Passwords;
import io.clientele.access.internal.store.UserStore;
import io.clientele.access.internal.store.UserStore.Kept;
import io.clientele.kernel.UnauthenticatedException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Compares a login and a password with what is kept, and makes guessing slow. A login that nobody has costs as much as one that somebody has. */
final class SignIn {
    private final UserStore users;
    private final Passwords passwords;
    private final Throttle logins;
    private final Throttle addresses;

    /** Slows down after {@code allowed} failures in a row for a login, and after so many from an address. */
    SignIn(UserStore users, Passwords passwords, Allowed allowed, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.logins = new Throttle(allowed.perLogin(), clock);
        this.addresses = new Throttle(allowed.perAddress(), clock);
    }

    /** Failures in a row before the first wait. */
    record Allowed(int perLogin, int perAddress) {}

    /** An attempt to sign in. */
    record Attempt(String login, String password, String address) {
        private String key() {
            return Normalizer.normalize(login, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
    }

    /** The user whose password this is. */
    Kept prove(Attempt attempt) {
        String key = attempt.key();
        check(key, attempt.address());
        Optional<Kept> kept = users.signingIn(attempt.login());
        try (Passwords.Turn turn = passwords.turn()) {
            // Looked at again, so that attempts which waited for their turn together do not all pass.
            check(key, attempt.address());
            boolean right = turn.matches(
                    attempt.password(), kept.map(Kept::passwordHash).orElse(null));
            if (!right || !kept.map(k -> k.user().active()).orElse(false)) {
                logins.failed(key);
                addresses.failed(attempt.address());
                throw new UnauthenticatedException("The login or the password is wrong");
            }
            logins.succeeded(key);
            return upToDate(turn, kept.orElseThrow(), attempt.password());
        }
    }

    private void check(String key, String address) {
        logins.check(key);
        addresses.check(address);
    }

    private Kept upToDate(Passwords.Turn turn, Kept kept, String password) {
        if (!turn.outdated(kept.passwordHash())) {
            return kept;
        }
        String hash = turn.hash(password);
        users.rehash(kept.user().id(), kept.passwordHash(), hash);
        return new Kept(kept.user(), hash);
    }
}
