package io.clientele.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A writing statement that may wait for the end of its unit of work, where all that wait travel to the database in one message.
 *
 * @param sql one statement that returns no rows
 * @param parameters how many parameters it has
 * @param check given the number of rows it wrote, before the unit commits; throws if the unit must not commit. Null if any number will do
 * @see Transactions#defer
 */
public record Deferred(String sql, int parameters, Binding binding, @Nullable IntConsumer check) {
    /** A statement that may write any number of rows. */
    public Deferred(String sql, int parameters, Binding binding) {
        this(sql, parameters, binding, null);
    }

    /** Sets the parameters of a statement among others. */
    @ConsumerType
    @FunctionalInterface
    public interface Binding {
        /** Sets them from the position {@code first} on. */
        void bind(PreparedStatement statement, int first) throws SQLException;
    }
}
