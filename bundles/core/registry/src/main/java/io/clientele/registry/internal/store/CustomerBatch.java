package io.clientele.registry.internal.store;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.persistence.CopyRows;
import io.clientele.persistence.Dialect;
import io.clientele.registry.ContactPoint.Postal;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.store.CheckedProfile.LookUp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes many new customers at once, and looks up many identifiers. */
public final class CustomerBatch {
    private static final String IDENTIFIED =
            "select reference, customer_id from registry_identifier where reference = any (?)";
    private static final String CUSTOMERS = "registry_customer (id, version, kind, name, name_key, search_words,"
            + " language, time_zone, status, owner_id, team_id, city, region, postal_code, country, document,"
            + " created_at, updated_at)";
    private static final String KEYS = "registry_key (kind, term, customer_id)";
    private static final String IDENTIFIERS = "registry_identifier (reference, customer_id)";

    private final boolean postgresql;

    public CustomerBatch(Dialect dialect) {
        postgresql = dialect == Dialect.POSTGRESQL;
    }

    /** A customer to be added. */
    public record Added(CustomerRow row, CheckedProfile checked) {}

    /** Who has these identifiers; those that nobody has are left out. Tells nothing but ids: what they name is read elsewhere. */
    public Map<String, Long> identified(Connection connection, Collection<String> references) throws SQLException {
        if (references.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement select = connection.prepareStatement(IDENTIFIED)) {
            select.setArray(1, connection.createArrayOf("varchar", references.toArray()));
            Map<String, Long> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getLong(2));
                }
            }
            return found;
        }
    }

    /** Adds the customers; an identifier that somebody has by now breaks the unit of work. */
    public void insert(Connection connection, Collection<Added> added) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        if (postgresql) {
            copy(connection, added);
        } else {
            batch(connection, added);
        }
    }

    private static void copy(Connection connection, Collection<Added> added) throws SQLException {
        CopyRows customers = new CopyRows();
        CopyRows keys = new CopyRows();
        CopyRows identifiers = new CopyRows();
        for (Added each : added) {
            addCustomer(customers, each);
            long id = each.row().id();
            for (LookUp key : each.checked().keys()) {
                keys.add(key.kind().code()).add(key.term()).add(id).end();
            }
            for (Identifier identifier : each.checked().profile().identifiers()) {
                identifiers.add(identifier.toString()).add(id).end();
            }
        }
        customers.send(connection, CUSTOMERS);
        keys.send(connection, KEYS);
        identifiers.send(connection, IDENTIFIERS);
    }

    private static void addCustomer(CopyRows rows, Added added) {
        CustomerRow row = added.row();
        CheckedProfile checked = added.checked();
        Profile profile = checked.profile();
        Postal address = checked.address();
        UserId owner = profile.owner();
        TeamId team = profile.team();
        rows.add(row.id()).add(row.version()).add(row.kind()).add(row.name()).add(row.nameKey());
        rows.add(checked.searchWords()).add(row.language()).add(row.timeZone()).add(row.status());
        rows.add(owner == null ? null : Long.toString(owner.value()));
        rows.add(team == null ? null : Long.toString(team.value()));
        rows.add(address == null ? null : address.city()).add(address == null ? null : address.region());
        rows.add(address == null ? null : address.postalCode()).add(address == null ? null : address.country());
        rows.add(row.document())
                .add(row.createdAt().toString())
                .add(row.updatedAt().toString());
        rows.end();
    }

    private static void batch(Connection connection, Collection<Added> added) throws SQLException {
        try (PreparedStatement customers = connection.prepareStatement(CustomerTable.INSERT);
                PreparedStatement keys = connection.prepareStatement(CustomerTable.INSERT_KEY);
                PreparedStatement identifiers =
                        connection.prepareStatement("insert into " + IDENTIFIERS + " values (?, ?)")) {
            for (Added each : added) {
                CustomerTable.bindNew(customers, 1, each.row(), each.checked());
                customers.addBatch();
                CustomerTable.addBatch(keys, each.checked().keys(), each.row().id());
                List<Identifier> names = each.checked().profile().identifiers();
                for (Identifier identifier : names) {
                    identifiers.setString(1, identifier.toString());
                    identifiers.setLong(2, each.row().id());
                    identifiers.addBatch();
                }
            }
            customers.executeBatch();
            keys.executeBatch();
            identifiers.executeBatch();
        }
    }
}
