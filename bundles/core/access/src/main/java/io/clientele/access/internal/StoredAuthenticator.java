package io.clientele.access.internal;

import io.clientele.access.internal.Logins.Found;
import io.clientele.access.internal.Logins.Login;
import io.clientele.access.internal.store.InvalidationStore;
import io.clientele.access.internal.store.LoginStore;
import io.clientele.access.internal.store.LoginStore.Kind;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.Credentials;
import io.clientele.rest.spi.Identity;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Knows users by the session or API token that a request brings. */
@Component(
        service = {Authenticator.class, StoredAuthenticator.class},
        configurationPid = "io.clientele.access")
public final class StoredAuthenticator implements Authenticator {
    /** What an API token begins with, so that one that leaked is recognised wherever it turns up. */
    public static final String TOKEN_PREFIX = "clt_";

    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 200;

    @interface Config {
        int sessionIdleMinutes() default 60;
    }

    private final Logins logins;
    private final UseLog uses;
    private final Clock clock;
    private final Duration idle;

    @Activate
    public StoredAuthenticator(
            Config config,
            @Reference LoginStore logins,
            @Reference InvalidationStore invalidations,
            @Reference ThreadCallers callers) {
        this(
                new Logins.Stores(logins, invalidations),
                Duration.ofMinutes(config.sessionIdleMinutes()),
                callers,
                Clock.systemUTC());
    }

    StoredAuthenticator(Logins.Stores stores, Duration idle, ThreadCallers callers, Clock clock) {
        this.logins = new Logins(stores, idle, callers, clock);
        this.uses = new UseLog(stores.logins());
        this.clock = clock;
        this.idle = idle;
    }

    @Deactivate
    public void close() {
        uses.close();
    }

    @Override
    public Optional<Identity> authenticate(Credentials credentials) {
        return identity(credentials, logins::use);
    }

    @Override
    public Optional<Identity> look(Credentials credentials) {
        return identity(credentials, (kind, hash) -> logins.find(kind, hash).map(login -> new Found(login, false)));
    }

    /** Finds a login by its hash. */
    private interface Finding {
        Optional<Found> find(Kind kind, String hash);
    }

    private Optional<Identity> identity(Credentials credentials, Finding finding) {
        String secret = secret(credentials);
        return secret == null ? Optional.empty() : Optional.of(login(secret, finding).identity);
    }

    /** How long a session lives unused. */
    Duration idle() {
        return idle;
    }

    /** Learns at the next request what this node has just announced. */
    void forgetSoon() {
        logins.forgetSoon();
    }

    /** The session or API token that a request brings, or null. */
    static @Nullable String secret(Credentials credentials) {
        String header = credentials.authorization();
        if (header == null) {
            return credentials.session();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new UnauthenticatedException("Send a session or an API token as a bearer token");
        }
        return header.substring(SCHEME.length()).strip();
    }

    static Kind kind(String secret) {
        return secret.startsWith(TOKEN_PREFIX) ? Kind.TOKEN : Kind.SESSION;
    }

    private Login login(String secret, Finding finding) {
        if (!secret.isEmpty() && secret.length() <= LONGEST) {
            Kind kind = kind(secret);
            String hash = Secrets.hash(secret);
            Optional<Found> found = finding.find(kind, hash);
            if (found.isPresent()) {
                if (found.get().writeUse()) {
                    uses.used(kind, hash, clock.instant());
                }
                return found.get().login();
            }
        }
        throw new UnauthenticatedException("The session or API token has ended, or never was");
    }
}
