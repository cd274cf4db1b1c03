package io.clientele.registry.internal.store;

import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the sum of each customer's timeline and purchases, in the transaction of what is added. */
public final class ActivityTable {
    private static final String COLUMNS =
            "(customer_id, last_contact, interactions, purchases, first_purchase, last_purchase)";
    // What greatest makes of a null differs between the two databases.
    private static final String SUM =
            "last_contact = coalesce(greatest(a.last_contact, n.last_contact), a.last_contact, n.last_contact),"
                    + " interactions = a.interactions + n.interactions, purchases = a.purchases + n.purchases,"
                    + " first_purchase = coalesce(least(a.first_purchase, n.first_purchase), a.first_purchase,"
                    + " n.first_purchase), last_purchase = coalesce(greatest(a.last_purchase, n.last_purchase),"
                    + " a.last_purchase, n.last_purchase)";
    private static final String POSTGRESQL = "insert into registry_activity as a " + COLUMNS
            + " values (?, ?, ?, ?, ?, ?) on conflict (customer_id) do update set "
            + SUM.replace("n.", "excluded.");
    private static final String H2 = "merge into registry_activity a using (values (cast(? as bigint),"
            + " cast(? as timestamp(6) with time zone), cast(? as integer), cast(? as integer), cast(? as date),"
            + " cast(? as date))) n " + COLUMNS + " on a.customer_id = n.customer_id when matched then update set "
            + SUM + " when not matched then insert " + COLUMNS + " values (n.customer_id, n.last_contact,"
            + " n.interactions, n.purchases, n.first_purchase, n.last_purchase)";
    private static final String H2_LOCK = "select id from registry_customer where id = ? for update";

    private final boolean postgresql;

    public ActivityTable(Dialect dialect) {
        postgresql = dialect == Dialect.POSTGRESQL;
    }

    public void add(Connection connection, long customer, Activity activity) throws SQLException {
        add(connection, Map.of(customer, activity));
    }

    /** Adds to several customers, in the order of their ids, so that two writers never wait for each other. */
    public void add(Connection connection, Map<Long, Activity> activities) throws SQLException {
        Map<Long, Activity> ordered = new TreeMap<>(activities);
        if (!postgresql) {
            lock(connection, ordered);
        }
        try (PreparedStatement statement = connection.prepareStatement(postgresql ? POSTGRESQL : H2)) {
            for (Map.Entry<Long, Activity> entry : ordered.entrySet()) {
                Activity activity = entry.getValue();
                if (activity.equals(Activity.NONE)) {
                    continue;
                }
                statement.setLong(1, entry.getKey());
                if (activity.lastContact() == null) {
                    statement.setNull(2, Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    statement.setObject(2, activity.lastContact().atOffset(ZoneOffset.UTC));
                }
                statement.setInt(3, activity.interactions());
                statement.setInt(4, activity.purchases());
                statement.setObject(5, activity.firstPurchase(), Types.DATE);
                statement.setObject(6, activity.lastPurchase(), Types.DATE);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** H2's merge lets two writers both find no row; the customer's own row makes the second one wait, and fail if it is gone by then. */
    private static void lock(Connection connection, Map<Long, Activity> ordered) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(H2_LOCK)) {
            for (long customer : ordered.keySet()) {
                lock.setLong(1, customer);
                try (ResultSet row = lock.executeQuery()) {
                    if (!row.next()) {
                        throw new NotFoundException("customer", ShortId.format(customer));
                    }
                }
            }
        }
    }
}
