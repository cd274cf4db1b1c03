package io.clientele.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A connection of a pool while one thread works with it. Closing it gives it back; any other thread may cut it before. */
final class Borrowed implements AutoCloseable {
    /** Where it came from. */
    interface Lender {
        /** Ends a connection that another thread works with. */
        void cut(Connection connection);

        /** Hears that it is no longer in use. */
        void returned(Borrowed borrowed);
    }

    private final Connection connection;
    private final Lender lender;
    private final long since = System.nanoTime();
    private boolean over;

    Borrowed(Connection connection, Lender lender) {
        this.connection = connection;
        this.lender = lender;
    }

    Connection connection() {
        return connection;
    }

    /** Whether it was in use before a moment of {@link System#nanoTime}. */
    boolean isFromBefore(long nanoTime) {
        return nanoTime - since > 0;
    }

    /** Ends the connection, unless it has been given back and serves somebody else. */
    synchronized void cut() {
        if (!over) {
            over = true;
            lender.cut(connection);
        }
    }

    /** From here on nobody can cut it. Its connection is still the caller's. */
    synchronized void settle() {
        over = true;
    }

    @Override
    public void close() throws SQLException {
        settle();
        lender.returned(this);
        connection.close();
    }

    /** A lender that only cuts. */
    static Lender cutBy(Consumer<Connection> cutting) {
        return new Lender() {
            @Override
            public void cut(Connection connection) {
                cutting.accept(connection);
            }

            @Override
            public void returned(Borrowed borrowed) {
                // Nobody asks what it lends.
            }
        };
    }
}
