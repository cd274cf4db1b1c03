package io.clientele.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;

/** Something to do on a connection. It neither commits, rolls back nor closes it. */
@ConsumerType
@FunctionalInterface
public interface Work<T> {
    T on(Connection connection) throws SQLException;
}
