package io.clientele.registry.internal.store;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Purchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.PurchaseLine;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Purchases and their lines. */
public final class PurchaseTable {
    private static final String INSERT =
            "insert into registry_purchase (id, customer_id, reference, purchased_on, currency, amount, return_of,"
                    + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_LINE =
            "insert into registry_purchase_line (purchase_id, line, product, quantity, amount, cost)"
                    + " values (?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select p.id, p.customer_id, p.reference, p.purchased_on, p.currency,"
            + " p.return_of, p.recorded_at, exists (select 1 from registry_purchase r where r.return_of = p.id)"
            + " from registry_purchase p where ";
    private static final String PAGE = SELECT
            + "p.customer_id = ? and (p.purchased_on, p.id) < (?, ?) order by p.purchased_on desc, p.id desc limit ?";
    private static final String ONE = SELECT + "p.customer_id = ? and p.id = ?";
    private static final String NAMED = SELECT + "p.reference = any (?)";
    private static final String LINES = "select purchase_id, product, quantity, amount, cost"
            + " from registry_purchase_line where purchase_id = any (?) order by purchase_id, line";
    private static final String RETURNED =
            "select coalesce(sum(amount), 0) from registry_purchase where return_of = ? and currency = ?";

    private PurchaseTable() {}

    public static void insert(Connection connection, List<Purchase> purchases) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement insertLine = connection.prepareStatement(INSERT_LINE)) {
            for (Purchase purchase : purchases) {
                NewPurchase content = purchase.content();
                insert.setLong(1, purchase.id().value());
                insert.setLong(2, purchase.customer().value());
                insert.setString(
                        3,
                        content.reference() == null ? null : content.reference().toString());
                insert.setObject(4, content.purchasedOn());
                insert.setString(5, content.currency().getCurrencyCode());
                insert.setBigDecimal(6, content.amount().amount());
                if (content.returnOf() == null) {
                    insert.setNull(7, Types.BIGINT);
                } else {
                    insert.setLong(7, content.returnOf().value());
                }
                CustomerTable.instant(insert, 8, purchase.recordedAt());
                insert.addBatch();
                addLines(insertLine, purchase);
            }
            insert.executeBatch();
            insertLine.executeBatch();
        }
    }

    private static void addLines(PreparedStatement insert, Purchase purchase) throws SQLException {
        int number = 0;
        for (PurchaseLine line : purchase.content().lines()) {
            insert.setLong(1, purchase.id().value());
            insert.setInt(2, number++);
            insert.setString(3, line.product());
            insert.setBigDecimal(4, line.quantity());
            insert.setBigDecimal(5, line.amount());
            insert.setBigDecimal(6, line.cost());
            insert.addBatch();
        }
    }

    /** Purchases of a customer that the caller may see, the newest first, from {@code after} on. */
    public static List<Purchase> page(Connection connection, CustomerId customer, Keyset after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, customer.value());
            select.setObject(2, LocalDate.ofEpochDay(Math.max(-100_000, Math.min(2_900_000, after.order()))));
            select.setLong(3, after.id());
            select.setInt(4, limit);
            return read(connection, select);
        }
    }

    /** One purchase of a customer that the caller may see. */
    public static @Nullable Purchase find(Connection connection, CustomerId customer, PurchaseId id)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setLong(1, customer.value());
            select.setLong(2, id.value());
            List<Purchase> found = read(connection, select);
            return found.isEmpty() ? null : found.get(0);
        }
    }

    /** The purchases on record under these references. */
    public static Map<Identifier, Purchase> named(Connection connection, Collection<Identifier> references)
            throws SQLException {
        if (references.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            Object[] names = references.stream().map(Identifier::toString).toArray();
            select.setArray(1, connection.createArrayOf("varchar", names));
            Map<Identifier, Purchase> found = new HashMap<>();
            for (Purchase purchase : read(connection, select)) {
                Identifier reference = purchase.content().reference();
                if (reference != null) {
                    found.put(reference, purchase);
                }
            }
            return found;
        }
    }

    /** The sum of what came back of a purchase so far: zero or negative. */
    public static BigDecimal returned(Connection connection, Purchase purchase) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RETURNED)) {
            select.setLong(1, purchase.id().value());
            select.setString(2, purchase.content().currency().getCurrencyCode());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        }
    }

    private static List<Purchase> read(Connection connection, PreparedStatement select) throws SQLException {
        List<Purchase> bare = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                bare.add(bare(row));
            }
        }
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<PurchaseLine>> lines = lines(connection, bare);
        List<Purchase> purchases = new ArrayList<>(bare.size());
        for (Purchase purchase : bare) {
            NewPurchase content = purchase.content();
            NewPurchase whole = new NewPurchase(
                    content.reference(),
                    content.purchasedOn(),
                    content.currency(),
                    lines.getOrDefault(purchase.id().value(), List.of()),
                    content.returnOf());
            purchases.add(new Purchase(
                    purchase.id(), purchase.customer(), whole, purchase.returned(), purchase.recordedAt()));
        }
        return purchases;
    }

    private static Purchase bare(ResultSet row) throws SQLException {
        String reference = row.getString(3);
        long returnOf = row.getLong(6);
        PurchaseId returned = row.wasNull() ? null : new PurchaseId(returnOf);
        NewPurchase content = new NewPurchase(
                reference == null ? null : identifier(reference),
                row.getObject(4, LocalDate.class),
                Currency.getInstance(row.getString(5)),
                List.of(),
                returned);
        return new Purchase(
                new PurchaseId(row.getLong(1)),
                new CustomerId(row.getLong(2)),
                content,
                row.getBoolean(8),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private static Identifier identifier(String reference) {
        int colon = reference.indexOf(':');
        return new Identifier(reference.substring(0, colon), reference.substring(colon + 1));
    }

    private static Map<Long, List<PurchaseLine>> lines(Connection connection, List<Purchase> purchases)
            throws SQLException {
        Map<Long, Integer> places = new HashMap<>();
        for (Purchase purchase : purchases) {
            places.put(
                    purchase.id().value(),
                    Math.max(0, purchase.content().currency().getDefaultFractionDigits()));
        }
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setArray(
                    1, connection.createArrayOf("bigint", places.keySet().toArray()));
            Map<Long, List<PurchaseLine>> lines = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long purchase = row.getLong(1);
                    int scale = places.getOrDefault(purchase, 0);
                    BigDecimal cost = row.getBigDecimal(5);
                    lines.computeIfAbsent(purchase, id -> new ArrayList<>())
                            .add(new PurchaseLine(
                                    row.getString(2),
                                    Decimals.plain(row.getBigDecimal(3), 0),
                                    Decimals.plain(row.getBigDecimal(4), scale),
                                    cost == null ? null : Decimals.plain(cost, scale)));
                }
            }
            return lines;
        }
    }

    /** The place of a purchase in its customer's history. */
    public static Keyset place(Purchase purchase) {
        return new Keyset(
                purchase.content().purchasedOn().toEpochDay(), purchase.id().value());
    }
}
