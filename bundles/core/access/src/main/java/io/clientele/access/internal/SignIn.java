package io.clientele.access.internal;

import io.clientele.access.internal.password.Passwords;
import io.clientele.access.internal.store.UserStore;
import io.clientele.access.internal.store.UserStore.Kept;
import io.clientele.kernel.UnauthenticatedException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a login and a password with what is kept, and makes guessing slow. A login that nobody has costs as much as one that somebody has. */
final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int FROM_ALL = 10;
    private static final int LONGEST_SHOWN = 80;

    private final UserStore users;
    private final Passwords passwords;
    private final Throttle senders;
    private final Throttle logins;
    private final Throttle addresses;
    private final KnownSenders known;

    /**
     * Slows down after {@code allowed} failures in a row for a login from one address, after ten times as many for it from all, and after so many from an
     * address. The latter two do not hold for who signed in from there before: somebody else must not be able to keep them out.
     */
    SignIn(UserStore users, Passwords passwords, Allowed allowed, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.senders = new Throttle(allowed.perLogin(), clock);
        this.logins = new Throttle(FROM_ALL * allowed.perLogin(), clock);
        this.addresses = new Throttle(allowed.perAddress(), clock);
        this.known = new KnownSenders(clock);
    }

    /** Failures in a row before the first wait. */
    record Allowed(int perLogin, int perAddress) {}

    /** An attempt to sign in. */
    record Attempt(String login, String password, String address) {
        private String key() {
            return Normalizer.normalize(login, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }

        private String sender() {
            return key() + '\n' + address;
        }
    }

    /** The user whose password this is. */
    Kept prove(Attempt attempt) {
        check(attempt);
        Optional<Kept> kept = users.signingIn(attempt.login());
        try (Passwords.Turn turn = passwords.turn()) {
            // Looked at again, so that attempts which waited for their turn together do not all pass.
            check(attempt);
            boolean right = turn.matches(
                    attempt.password(), kept.map(Kept::passwordHash).orElse(null));
            if (!right || !kept.map(k -> k.user().active()).orElse(false)) {
                failed(attempt);
                throw new UnauthenticatedException("The login or the password is wrong");
            }
            succeeded(attempt);
            return upToDate(turn, kept.orElseThrow(), attempt.password());
        }
    }

    private void check(Attempt attempt) {
        senders.check(attempt.sender());
        if (!known.contains(attempt.sender())) {
            logins.check(attempt.key());
            addresses.check(attempt.address());
        }
    }

    private void failed(Attempt attempt) {
        senders.failed(attempt.sender());
        logins.failed(attempt.key());
        addresses.failed(attempt.address());
        LOG.warn("Somebody at {} could not sign in as {}", attempt.address(), printable(attempt.login()));
    }

    /** A login that was made up must not look like lines of the log. */
    private static String printable(String login) {
        String line = login.replaceAll("[^\\p{L}\\p{N}\\p{P}]", "?");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }

    private void succeeded(Attempt attempt) {
        senders.succeeded(attempt.sender());
        known.add(attempt.sender());
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
