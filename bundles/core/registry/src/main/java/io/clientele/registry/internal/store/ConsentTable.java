package io.clientele.registry.internal.store;

import io.clientele.access.UserId;
import io.clientele.registry.Consent;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.CustomerId;
import io.clientele.registry.NewConsent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Consents: there is a way in and a way to read, and none to change or remove. What counts for marketing stands in a row of its own. */
public final class ConsentTable {
    /** The word "withdrawn" sorts after "given", so that of two of the same moment the one that withdraws comes first. */
    private static final String LAST_FIRST = " order by decided_at desc, decision desc, id desc";

    private static final String INSERT = "insert into registry_consent_entry (id, customer_id, channel, purpose,"
            + " decision, decided_at, source, evidence, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select id, channel, purpose, decision, decided_at, source, evidence,"
            + " recorded_by, recorded_at, place = 1 from (select e.*, row_number() over (partition by channel, purpose"
            + LAST_FIRST + ") as place from registry_consent_entry e where customer_id = ?) told where ";
    private static final String PAGE = SELECT + "(decided_at, id) < (?, ?) order by decided_at desc, id desc limit ?";
    private static final String ONE = SELECT + "id = ?";
    private static final String FORGET = "delete from registry_consent where customer_id = ?";
    private static final String COUNT = "insert into registry_consent (customer_id, "
            + Arrays.stream(ContactChannel.values()).map(ContactChannel::code).collect(Collectors.joining(", "))
            + ") select c.id, "
            + Arrays.stream(ContactChannel.values()).map(ConsentTable::last).collect(Collectors.joining(", "))
            + " from registry_customer c where c.id = ? and exists (select 1 from registry_consent_entry e"
            + " where e.customer_id = c.id and e.purpose = '" + NewConsent.MARKETING + "')";

    private ConsentTable() {}

    private static String last(ContactChannel channel) {
        return "(select e.decision = 'given' from registry_consent_entry e where e.customer_id = c.id and e.channel = '"
                + channel.code() + "' and e.purpose = '" + NewConsent.MARKETING + "'" + LAST_FIRST + " limit 1)";
    }

    public static void insert(Connection connection, Consent consent) throws SQLException {
        NewConsent content = consent.content();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, consent.id().value());
            insert.setLong(2, consent.customer().value());
            insert.setString(3, content.channel().code());
            insert.setString(4, content.purpose());
            insert.setString(5, content.decision().code());
            CustomerTable.instant(insert, 6, content.decidedAt());
            insert.setString(7, content.source());
            insert.setString(8, content.evidence());
            insert.setLong(9, consent.recordedBy().value());
            CustomerTable.instant(insert, 10, consent.recordedAt());
            insert.executeUpdate();
        }
    }

    /** Writes what counts by what is on record. Whoever calls this holds the customer's row, lest two count at the same time. */
    public static void count(Connection connection, CustomerId customer) throws SQLException {
        for (String sql : List.of(FORGET, COUNT)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, customer.value());
                statement.executeUpdate();
            }
        }
    }

    /** What a customer said whom the caller may see, the newest first, from {@code after} on. */
    public static List<Consent> page(Connection connection, CustomerId customer, Keyset after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, customer.value());
            CustomerTable.instant(select, 2, InteractionTable.before(after));
            select.setLong(3, after.id());
            select.setInt(4, limit);
            return read(select, customer);
        }
    }

    /** An entry that is there, of a customer whom the caller may see. */
    public static Consent find(Connection connection, CustomerId customer, Consent.Id id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setLong(1, customer.value());
            select.setLong(2, id.value());
            return read(select, customer).get(0);
        }
    }

    private static List<Consent> read(PreparedStatement select, CustomerId customer) throws SQLException {
        List<Consent> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(read(row, customer));
            }
        }
        return found;
    }

    private static Consent read(ResultSet row, CustomerId customer) throws SQLException {
        NewConsent content = new NewConsent(
                ContactChannel.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                NewConsent.Decision.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                instant(row, 5),
                row.getString(6),
                row.getString(7));
        return new Consent(
                new Consent.Id(row.getLong(1)),
                customer,
                content,
                new UserId(row.getLong(8)),
                instant(row, 9),
                row.getBoolean(10));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The place of an entry in what its customer said. */
    public static Keyset place(Consent consent) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, consent.content().decidedAt());
        return new Keyset(micros, consent.id().value());
    }
}
