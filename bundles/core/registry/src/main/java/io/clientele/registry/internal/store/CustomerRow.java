package io.clientele.registry.internal.store;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.facts.Row;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it stands in its row; its lists are still text, for most readers only pass them on.
 *
 * @param document the customer as it is answered
 */
public record CustomerRow(
        long id,
        long version,
        String kind,
        String name,
        String nameKey,
        @Nullable String language,
        @Nullable String timeZone,
        String status,
        @Nullable UserId owner,
        @Nullable TeamId team,
        String document,
        Instant createdAt,
        Instant updatedAt) {
    /** Reads a customer. */
    public static final Row<CustomerRow> ROW = new Row<>(
            List.of(
                    "id",
                    "version",
                    "kind",
                    "name",
                    "name_key",
                    "language",
                    "time_zone",
                    "status",
                    "owner_id",
                    "team_id",
                    "document",
                    "created_at",
                    "updated_at"),
            CustomerRow::read);

    private static CustomerRow read(ResultSet row) throws SQLException {
        long owner = row.getLong(9);
        UserId ownerId = row.wasNull() ? null : new UserId(owner);
        long team = row.getLong(10);
        TeamId teamId = row.wasNull() ? null : new TeamId(team);
        return new CustomerRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                ownerId,
                teamId,
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getObject(13, OffsetDateTime.class).toInstant());
    }

    /** The row of a customer with what was just written. */
    public static CustomerRow of(Written written, CheckedProfile checked) {
        Profile profile = checked.profile();
        return new CustomerRow(
                written.id(),
                written.version(),
                profile.kind().code(),
                profile.name(),
                checked.nameKey(),
                profile.language(),
                profile.timeZone(),
                profile.status().code(),
                profile.owner(),
                profile.team(),
                CustomerDocument.write(written, checked),
                written.createdAt(),
                written.updatedAt());
    }

    /** The row of a customer by how it was answered. */
    public static CustomerRow of(String document) {
        return CustomerDocument.read(document);
    }

    /** What the registry itself knows of a customer. */
    public record Written(long id, long version, Instant createdAt, Instant updatedAt) {}

    /** The fields that {@link ProfileJson} reads. */
    public String lists() {
        return ProfileJson.in(document);
    }

    /** What people said about the customer. */
    public Profile profile() {
        ProfileJson.Lists read = ProfileJson.read(lists());
        return new Profile(
                CustomerKind.of(kind).orElseThrow(() -> new NoSuchElementException(kind)),
                name,
                language,
                timeZone,
                Status.of(status).orElseThrow(() -> new NoSuchElementException(status)),
                owner,
                team,
                read.identifiers(),
                read.contactPoints(),
                read.tags());
    }

    public Customer customer() {
        return new Customer(new CustomerId(id), version, profile(), nameKey, createdAt, updatedAt);
    }
}
