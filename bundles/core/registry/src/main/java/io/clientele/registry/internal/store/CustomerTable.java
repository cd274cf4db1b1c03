package io.clientele.registry.internal.store;

import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.store.CheckedProfile.LookUp;
import io.clientele.registry.internal.store.CheckedProfile.LookUpKind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes customers, one by one. It reads none: that is done through {@link io.clientele.facts.Customers}, and every write names the version
 * that was read there, so that no statement reaches a row the caller may not see.
 */
public final class CustomerTable {
    static final String INSERT =
            "insert into registry_customer (kind, name, name_key, search_words, language, time_zone, status,"
                    + " owner_id, team_id, city, region, postal_code, country, document, updated_at, version, id,"
                    + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update registry_customer set kind = ?, name = ?, name_key = ?, search_words = ?, language = ?,"
                    + " time_zone = ?, status = ?, owner_id = ?, team_id = ?, city = ?, region = ?, postal_code = ?,"
                    + " country = ?, document = ?, updated_at = ?, version = ? where id = ? and version = ?";
    private static final String INSERT_KEYS = "insert into registry_key (kind, term, customer_id)"
            + " select k.kind, k.term, cast(? as bigint) from unnest(cast(? as varchar array), cast(? as varchar array)) as k(kind, term)";
    private static final String INSERT_IDENTIFIERS = "insert into registry_identifier (reference, customer_id)"
            + " select i.reference, cast(? as bigint) from unnest(cast(? as varchar array)) as i(reference)";
    private static final int NEW_COLUMNS = 18;
    static final String INSERT_KEY = "insert into registry_key (kind, term, customer_id) values (?, ?, ?)";
    private static final String SELECT_KEYS = "select kind, term from registry_key where customer_id = ?";
    private static final String DELETE_KEY = "delete from registry_key where kind = ? and term = ? and customer_id = ?";
    private static final String DELETE_IDENTIFIER =
            "delete from registry_identifier where reference = ? and customer_id = ?";

    private final String insertIdentifier;

    public CustomerTable(Dialect dialect) {
        // Neither fails where the identifier is taken: they say that no row was written, and the transaction can tell
        // which it was.
        insertIdentifier = dialect == Dialect.POSTGRESQL
                ? "insert into registry_identifier (reference, customer_id) values (?, ?) on conflict do nothing"
                : "insert into registry_identifier (reference, customer_id) select ?1, ?2 where not exists"
                        + " (select 1 from registry_identifier where reference = ?1)";
    }

    /** The statements that add a customer; an identifier that another one has breaks the last. */
    public List<Deferred> inserts(CustomerRow row, CheckedProfile checked) {
        List<Deferred> inserts = new ArrayList<>(3);
        inserts.add(new Deferred(INSERT, NEW_COLUMNS, (insert, first) -> bindNew(insert, first, row, checked)));
        if (!checked.keys().isEmpty()) {
            inserts.add(
                    new Deferred(INSERT_KEYS, 3, (insert, first) -> bindKeys(insert, first, checked.keys(), row.id())));
        }
        List<Identifier> identifiers = checked.profile().identifiers();
        if (!identifiers.isEmpty()) {
            inserts.add(new Deferred(
                    INSERT_IDENTIFIERS, 2, (insert, first) -> bindIdentifiers(insert, first, identifiers, row.id())));
        }
        return inserts;
    }

    private static void bindKeys(PreparedStatement insert, int first, Collection<LookUp> keys, long customer)
            throws SQLException {
        insert.setLong(first, customer);
        insert.setArray(
                first + 1, texts(insert, keys.stream().map(key -> key.kind().code())));
        insert.setArray(first + 2, texts(insert, keys.stream().map(LookUp::term)));
    }

    private static void bindIdentifiers(
            PreparedStatement insert, int first, List<Identifier> identifiers, long customer) throws SQLException {
        insert.setLong(first, customer);
        insert.setArray(first + 1, texts(insert, identifiers.stream().map(Identifier::toString)));
    }

    private static Array texts(PreparedStatement statement, Stream<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("varchar", texts.toArray());
    }

    static void bindNew(PreparedStatement insert, int first, CustomerRow row, CheckedProfile checked)
            throws SQLException {
        bind(insert, first, row, checked);
        insert.setLong(first + 15, row.version());
        insert.setLong(first + 16, row.id());
        instant(insert, first + 17, row.createdAt());
    }

    /** The statement that writes over a customer; it fails unless the row still has the version before {@code row}'s. */
    public Deferred update(CustomerRow row, CheckedProfile checked) {
        return new Deferred(
                UPDATE,
                NEW_COLUMNS,
                (update, first) -> {
                    bind(update, first, row, checked);
                    update.setLong(first + 15, row.version());
                    update.setLong(first + 16, row.id());
                    update.setLong(first + 17, row.version() - 1);
                },
                rows -> {
                    if (rows != 1) {
                        throw PreconditionException.stale();
                    }
                });
    }

    private static void bind(PreparedStatement statement, int first, CustomerRow row, CheckedProfile checked)
            throws SQLException {
        Profile profile = checked.profile();
        ContactPoint.Postal address = checked.address();
        statement.setString(first, profile.kind().code());
        statement.setString(first + 1, profile.name());
        statement.setString(first + 2, checked.nameKey());
        statement.setString(first + 3, checked.searchWords());
        statement.setString(first + 4, profile.language());
        statement.setString(first + 5, profile.timeZone());
        statement.setString(first + 6, profile.status().code());
        id(
                statement,
                first + 7,
                profile.owner() == null ? null : profile.owner().value());
        id(statement, first + 8, profile.team() == null ? null : profile.team().value());
        statement.setString(first + 9, address == null ? null : address.city());
        statement.setString(first + 10, address == null ? null : address.region());
        statement.setString(first + 11, address == null ? null : address.postalCode());
        statement.setString(first + 12, address == null ? null : address.country());
        statement.setString(first + 13, row.document());
        instant(statement, first + 14, row.updatedAt());
    }

    static void instant(PreparedStatement statement, int index, Instant moment) throws SQLException {
        statement.setObject(index, moment.atOffset(ZoneOffset.UTC));
    }

    private static void id(PreparedStatement statement, int index, @Nullable Long id) throws SQLException {
        if (id == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, id);
        }
    }

    /** What the customer is looked up by now. The caller has read the customer as one it may see. */
    public Set<LookUp> keys(Connection connection, long customer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_KEYS)) {
            select.setLong(1, customer);
            Set<LookUp> keys = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(new LookUp(
                            LookUpKind.valueOf(rows.getString(1).toUpperCase(Locale.ROOT)), rows.getString(2)));
                }
            }
            return keys;
        }
    }

    public void addKeys(Connection connection, Collection<LookUp> keys, long customer) throws SQLException {
        keys(connection, INSERT_KEY, keys, customer);
    }

    public void removeKeys(Connection connection, Collection<LookUp> keys, long customer) throws SQLException {
        keys(connection, DELETE_KEY, keys, customer);
    }

    private static void keys(Connection connection, String sql, Collection<LookUp> keys, long customer)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            addBatch(statement, keys, customer);
            statement.executeBatch();
        }
    }

    static void addBatch(PreparedStatement statement, Collection<LookUp> keys, long customer) throws SQLException {
        for (LookUp key : keys) {
            statement.setString(1, key.kind().code());
            statement.setString(2, key.term());
            statement.setLong(3, customer);
            statement.addBatch();
        }
    }

    /** Gives the customer these identifiers and returns those that another one has. */
    public List<Identifier> addIdentifiers(Connection connection, List<Identifier> identifiers, CustomerId customer)
            throws SQLException {
        if (identifiers.isEmpty()) {
            return List.of();
        }
        int[] written = identifiers(connection, insertIdentifier, identifiers, customer);
        List<Identifier> taken = new ArrayList<>(0);
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 0) {
                taken.add(identifiers.get(i));
            }
        }
        return taken;
    }

    public void removeIdentifiers(Connection connection, List<Identifier> identifiers, CustomerId customer)
            throws SQLException {
        if (!identifiers.isEmpty()) {
            identifiers(connection, DELETE_IDENTIFIER, identifiers, customer);
        }
    }

    private static int[] identifiers(
            Connection connection, String sql, List<Identifier> identifiers, CustomerId customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Identifier identifier : identifiers) {
                statement.setString(1, identifier.toString());
                statement.setLong(2, customer.value());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }
}
