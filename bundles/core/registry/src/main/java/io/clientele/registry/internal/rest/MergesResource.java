package io.clientele.registry.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Merge;
import io.clientele.registry.MergeOutline;
import io.clientele.registry.Merges;
import io.clientele.registry.NewMerge;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.registry.internal.life.JournaledMerges;
import io.clientele.rest.IfMatch;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Merges into the customer of the path, over HTTP. */
@Component(service = MergesResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}")
@Produces(MediaType.APPLICATION_JSON)
public final class MergesResource {
    private final Merges merges;

    @Activate
    public MergesResource(@Reference Merges merges) {
        this.merges = merges;
    }

    /**
     * Who becomes part of the customer.
     *
     * @param otherVersion the version that was read; needed unless it is a {@code dryRun}, which only says what would be done
     * @param fromOther the fields whose value the other has right
     */
    public record Body(
            @Nullable String other,
            @Nullable Long otherVersion,
            @Nullable List<@Nullable String> fromOther,
            @Nullable Boolean dryRun) {
        CustomerId otherId() {
            return id(other);
        }

        NewMerge.Version otherAsRead() {
            if (otherVersion == null) {
                throw new InvalidInputException("/otherVersion", "is missing");
            }
            return new NewMerge.Version(otherId(), otherVersion);
        }

        Set<String> fields() {
            Set<String> fields = new HashSet<>();
            if (fromOther != null) {
                fromOther.forEach(field -> fields.add(field == null ? "null" : field));
            }
            return fields;
        }
    }

    /** Who is to be taken out again. */
    public record UndoBody(@Nullable String other) {}

    /** What a merge would bring. */
    public record OutlineView(Map<String, Integer> moved, List<String> differing) {}

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

    /** The customer that is back. */
    public record BackView(String customer, long version) {}

    private static CustomerId id(@Nullable String text) {
        long id = text == null ? -1 : ShortId.parse(text);
        if (id < 0) {
            throw new InvalidInputException("/other", text == null ? "is missing" : "is no id");
        }
        return new CustomerId(id);
    }

    @POST
    @Path("merge")
    @Requires(JournaledMerges.MERGE)
    public Response merge(
            @PathParam("customer") String customer, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        CustomerId survivor = CustomerId.of(customer);
        if (Boolean.TRUE.equals(body.dryRun())) {
            MergeOutline outline = merges.outline(survivor, body.otherId());
            return Response.ok(new OutlineView(outline.moved(), outline.differing()))
                    .build();
        }
        NewMerge.Version read = new NewMerge.Version(survivor, IfMatch.version(ifMatch));
        return Response.ok(View.of(merges.merge(new NewMerge(read, body.otherAsRead(), body.fields()))))
                .build();
    }

    @POST
    @Path("unmerge")
    @Requires(JournaledMerges.MERGE)
    public BackView unmerge(
            @PathParam("customer") String customer, @HeaderParam("If-Match") @Nullable String ifMatch, UndoBody body) {
        NewMerge.Version read = new NewMerge.Version(CustomerId.of(customer), IfMatch.version(ifMatch));
        Customer back = merges.unmerge(read, id(body.other()));
        return new BackView(back.id().toString(), back.version());
    }

    @GET
    @Path("merges")
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
