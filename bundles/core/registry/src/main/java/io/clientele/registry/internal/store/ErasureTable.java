package io.clientele.registry.internal.store;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Erased;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Deletes all rows of a customer, and keeps that it was done. */
public final class ErasureTable {
    private static final Map<String, String> DELETES = deletes();

    private ErasureTable() {}

    /** By what they delete, in an order that foreign keys allow. */
    private static Map<String, String> deletes() {
        Map<String, String> deletes = new LinkedHashMap<>();
        deletes.put("interactions", "delete from registry_interaction where customer_id = ?");
        deletes.put(
                "purchaseLines",
                "delete from registry_purchase_line where purchase_id in"
                        + " (select id from registry_purchase where customer_id = ?)");
        deletes.put("purchases", "delete from registry_purchase where customer_id = ?");
        deletes.put("relations", "delete from registry_relation where customer_id = ?");
        deletes.put("relationsOfOthers", "delete from registry_relation where other_id = ?");
        deletes.put("consents", "delete from registry_consent_entry where customer_id = ?");
        deletes.put("consentsThatCount", "delete from registry_consent where customer_id = ?");
        deletes.put("activity", "delete from registry_activity where customer_id = ?");
        deletes.put("keys", "delete from registry_key where customer_id = ?");
        deletes.put("identifiers", "delete from registry_identifier where customer_id = ?");
        deletes.put("customers", "delete from registry_customer where id = ?");
        return deletes;
    }

    /** The tombstone of a customer that was erased. */
    public static Optional<Erased> find(Connection connection, CustomerId customer) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select erased_at from registry_erasure where customer_id = ?")) {
            select.setLong(1, customer.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Erased(
                                customer, row.getObject(1, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }

    /** Waits for whoever changes the customer, and keeps others from doing so; false if it is gone. The caller may see the customer. */
    public static boolean lock(Connection connection, CustomerId customer) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id from registry_customer where id = ? for update")) {
            select.setLong(1, customer.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Deletes everything and leaves a tombstone; returns how many rows there were of each kind. */
    public static Map<String, Integer> erase(Connection connection, Erased erased) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : DELETES.entrySet()) {
            try (PreparedStatement delete = connection.prepareStatement(each.getValue())) {
                delete.setLong(1, erased.customer().value());
                counts.put(each.getKey(), delete.executeUpdate());
            }
        }
        remember(connection, erased);
        return counts;
    }

    /** Leaves a tombstone. */
    public static void remember(Connection connection, Erased erased) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into registry_erasure (customer_id, erased_at) values (?, ?)")) {
            insert.setLong(1, erased.customer().value());
            CustomerTable.instant(insert, 2, erased.at());
            insert.executeUpdate();
        }
    }
}
