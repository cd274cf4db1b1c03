package io.clientele.persistence.internal;

import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import java.time.Duration;

/**
 * How to reach the database and how long to wait for it.
 *
 * @param borrowTimeout how long a caller waits for a connection, and so how soon a dead database is called dead
 */
record Settings(
        String url,
        String user,
        String password,
        Durability durability,
        int maximumPoolSize,
        Duration borrowTimeout,
        Duration statementTimeout) {
    private static final int POOL_SIZE = 10;

    /** Outside the running system nobody waits for an answer, and a busy machine may be slow to connect. */
    private static final Duration PATIENT = Duration.ofSeconds(10);

    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(20);

    Settings {
        if (maximumPoolSize < 1) {
            throw new IllegalArgumentException("maximumPoolSize is less than 1");
        }
        dialectOf(url);
    }

    Settings(String url, String user, String password, Durability durability) {
        this(url, user, password, durability, POOL_SIZE, PATIENT, STATEMENT_TIMEOUT);
    }

    Dialect dialect() {
        return dialectOf(url);
    }

    /** Leaves the password out: settings end up in logs. */
    @Override
    public String toString() {
        return url + " as " + (user.isEmpty() ? "its owner" : user) + ", " + durability.word();
    }

    private static Dialect dialectOf(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return Dialect.H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return Dialect.POSTGRESQL;
        }
        throw new IllegalArgumentException("the URL is neither jdbc:h2: nor jdbc:postgresql:");
    }
}
