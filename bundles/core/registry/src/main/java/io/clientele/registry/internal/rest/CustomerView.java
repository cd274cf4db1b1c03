package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.kernel.ShortId;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.store.ProfileJson;
import io.clientele.rest.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer as it is answered. Its lists stand in the row as they stand in the answer, and are passed on unread. */
public record CustomerView(
        String id,
        long version,
        String kind,
        String name,
        String romanName,
        @Nullable String language,
        @Nullable String timeZone,
        String status,
        @Nullable String owner,
        @Nullable String team,
        @JsonRawValue String identifiers,
        @JsonRawValue String contactPoints,
        @JsonRawValue String tags,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    static CustomerView of(CustomerRow row) {
        String[] lists = ProfileJson.parts(row.lists());
        UserId owner = row.owner();
        TeamId team = row.team();
        return new CustomerView(
                ShortId.format(row.id()),
                row.version(),
                row.kind(),
                row.name(),
                row.nameKey(),
                row.language(),
                row.timeZone(),
                row.status(),
                owner == null ? null : owner.toString(),
                team == null ? null : team.toString(),
                lists[0],
                lists[1],
                lists[2],
                row.createdAt(),
                row.updatedAt());
    }
}
