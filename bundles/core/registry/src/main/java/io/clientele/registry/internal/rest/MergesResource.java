package io.clientele.registry.internal.rest;

import io.clientele.kernel.Page;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Merge;
import io.clientele.registry.Merges;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What became part of the customer of the path, over HTTP. */
@Component(service = MergesResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/merges")
@Produces(MediaType.APPLICATION_JSON)
public final class MergesResource {
    private final Merges merges;

    @Activate
    public MergesResource(@Reference Merges merges) {
        this.merges = merges;
    }

    /** A merge as it is answered. */
    public record View(
            String id,
            String survivor,
            String other,
            String otherName,
            String mergedBy,
            Instant mergedAt,
            Map<String, Integer> moved) {
        static View of(Merge merge) {
            return new View(
                    merge.id().toString(),
                    merge.survivor().toString(),
                    merge.other().toString(),
                    merge.otherName(),
                    merge.mergedBy().toString(),
                    merge.mergedAt(),
                    merge.moved());
        }
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<View> list(
            @PathParam("customer") String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<Merge> found = merges.list(CustomerId.of(customer), page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }
}
