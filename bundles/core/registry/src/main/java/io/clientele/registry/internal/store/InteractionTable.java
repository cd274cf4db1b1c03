package io.clientele.registry.internal.store;

import io.clientele.access.UserId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Direction;
import io.clientele.registry.Interaction;
import io.clientele.registry.InteractionId;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewInteraction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Interactions: there is a way in and a way to read, and none to change or remove. */
public final class InteractionTable {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String INSERT =
            "insert into registry_interaction (id, customer_id, kind, direction, channel, occurred_at, people, outcome,"
                    + " content, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select id, kind, direction, channel, occurred_at, people, outcome, content, recorded_by, recorded_at"
                    + " from registry_interaction where customer_id = ?";
    private static final String PAGE =
            SELECT + " and (occurred_at, id) < (?, ?) order by occurred_at desc, id desc limit ?";
    private static final String AT = SELECT + " and occurred_at = ? and kind = ? limit 100";

    private InteractionTable() {}

    public static void insert(Connection connection, List<Interaction> interactions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Interaction interaction : interactions) {
                NewInteraction content = interaction.content();
                insert.setLong(1, interaction.id().value());
                insert.setLong(2, interaction.customer().value());
                insert.setString(3, content.kind().code());
                insert.setString(4, content.direction().code());
                insert.setString(5, content.channel());
                CustomerTable.instant(insert, 6, content.occurredAt());
                insert.setString(7, TextList.write(content.people()));
                insert.setString(8, content.outcome());
                insert.setString(9, content.text());
                insert.setLong(10, interaction.recordedBy().value());
                CustomerTable.instant(insert, 11, interaction.recordedAt());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Interactions of a customer that the caller may see, the newest first, from {@code after} on. */
    public static List<Interaction> page(Connection connection, CustomerId customer, Keyset after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, customer.value());
            CustomerTable.instant(select, 2, before(after));
            select.setLong(3, after.id());
            select.setInt(4, limit);
            return read(select, customer);
        }
    }

    /** Whether the same is on record already. */
    public static boolean contains(Connection connection, CustomerId customer, NewInteraction content)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AT)) {
            select.setLong(1, customer.value());
            CustomerTable.instant(select, 2, content.occurredAt());
            select.setString(3, content.kind().code());
            return read(select, customer).stream()
                    .anyMatch(known -> known.content().equals(content));
        }
    }

    private static List<Interaction> read(PreparedStatement select, CustomerId customer) throws SQLException {
        List<Interaction> interactions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                NewInteraction content = new NewInteraction(
                        InteractionKind.of(row.getString(2)).orElseThrow(),
                        Direction.of(row.getString(3)).orElseThrow(),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        TextList.read(row.getString(6)),
                        row.getString(7),
                        row.getString(8));
                interactions.add(new Interaction(
                        new InteractionId(row.getLong(1)),
                        customer,
                        content,
                        new UserId(row.getLong(9)),
                        row.getObject(10, OffsetDateTime.class).toInstant()));
            }
        }
        return interactions;
    }

    /** The place of an interaction in its timeline. */
    public static Keyset place(Interaction interaction) {
        long micros =
                ChronoUnit.MICROS.between(Instant.EPOCH, interaction.content().occurredAt());
        return new Keyset(micros, interaction.id().value());
    }

    /** The moment that a page of what happened goes on before. */
    static Instant before(Keyset after) {
        return after.equals(Keyset.TOP) ? LATEST : instant(after.order());
    }

    private static Instant instant(long micros) {
        // A cursor that was tampered with may name any number; no timeline reaches so far.
        long bounded = Math.max(-60_000_000_000_000_000L, Math.min(250_000_000_000_000_000L, micros));
        return Instant.EPOCH.plus(bounded, ChronoUnit.MICROS);
    }
}
