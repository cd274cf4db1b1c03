package io.clientele.registry.internal.store;

import io.clientele.persistence.Dialect;
import io.clientele.registry.CustomerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Keeps customers where they are, in the order of their ids, while something is added to them. */
public final class CustomerLocks {
    private static final String ONE = "select id from registry_customer where id = ? for update";
    // Others may go on to add rows that refer to these customers; merges and erasures wait.
    private static final String ALL =
            "select id from registry_customer where id = any (?) order by id for no key update";

    private final boolean postgresql;

    public CustomerLocks(Dialect dialect) {
        postgresql = dialect == Dialect.POSTGRESQL;
    }

    /**
     * Waits for whoever merges, erases or holds one of these customers, and makes others wait until the unit of work ends. The caller may
     * see the customers.
     *
     * @return those that are still there
     */
    public Set<CustomerId> hold(Connection connection, Collection<CustomerId> customers) throws SQLException {
        Set<Long> ordered = new TreeSet<>();
        customers.forEach(customer -> ordered.add(customer.value()));
        Set<CustomerId> held = new HashSet<>();
        if (postgresql) {
            try (PreparedStatement lock = connection.prepareStatement(ALL)) {
                lock.setArray(1, connection.createArrayOf("bigint", ordered.toArray()));
                read(lock, held);
            }
        } else {
            try (PreparedStatement lock = connection.prepareStatement(ONE)) {
                for (long customer : ordered) {
                    lock.setLong(1, customer);
                    read(lock, held);
                }
            }
        }
        return held;
    }

    private static void read(PreparedStatement lock, Set<CustomerId> held) throws SQLException {
        try (ResultSet row = lock.executeQuery()) {
            while (row.next()) {
                held.add(new CustomerId(row.getLong(1)));
            }
        }
    }
}
