package io.clientele.bench.baseline;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One row of the registry's table.
 *
 * @param lists identifiers, contact points and tags as the fields of a JSON object
 */
record Customer(
        long id,
        long version,
        String kind,
        String name,
        String nameKey,
        @Nullable String language,
        @Nullable String timeZone,
        String status,
        @Nullable Long owner,
        @Nullable Long team,
        Place place,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        String lists) {

    Customer as(long newId, long newVersion) {
        return new Customer(
                newId,
                newVersion,
                kind,
                name,
                nameKey,
                language,
                timeZone,
                status,
                owner,
                team,
                place,
                createdAt,
                updatedAt,
                lists);
    }

    /** The columns of the first postal address. */
    record Place(
            @Nullable String city, @Nullable String region, @Nullable String postalCode, @Nullable String country) {}
}
