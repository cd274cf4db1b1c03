package io.clientele.registry.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.MergeOutline;
import io.clientele.registry.Merges;
import io.clientele.registry.NewMerge;
import io.clientele.registry.internal.life.JournaledMerges;
import io.clientele.rest.IfMatch;
import io.clientele.rest.Requires;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Makes another customer part of the one in the path, over HTTP. */
@Component(service = MergeResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/merge")
@Produces(MediaType.APPLICATION_JSON)
public final class MergeResource {
    private final Merges merges;

    @Activate
    public MergeResource(@Reference Merges merges) {
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

    /** What a merge would bring. */
    public record OutlineView(Map<String, Integer> moved, List<String> differing) {}

    static CustomerId id(@Nullable String text) {
        long id = text == null ? -1 : ShortId.parse(text);
        if (id < 0) {
            throw new InvalidInputException("/other", text == null ? "is missing" : "is no id");
        }
        return new CustomerId(id);
    }

    @POST
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
        return Response.ok(MergesResource.View.of(merges.merge(new NewMerge(read, body.otherAsRead(), body.fields()))))
                .build();
    }
}
