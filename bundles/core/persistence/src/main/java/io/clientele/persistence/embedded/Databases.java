package io.clientele.persistence.embedded;

import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.internal.OpenPool;

/** The way to a database without OSGi: for tests, and for programs that embed the platform. */
public final class Databases {
    private Databases() {}

    /**
     * Opens a pool on an H2 or PostgreSQL database, which need not answer yet. Nothing is created in it before {@link OpenDatabase#migrate}
     * or {@link OpenDatabase#ids} is called.
     *
     * @param user with an empty user and password, an H2 file database keeps a random password of its own beside its file
     */
    public static OpenDatabase open(String url, String user, String password, Durability durability) {
        return new OpenPool(url, user, password, durability);
    }
}
