package io.clientele.registry.internal.rest;

import io.clientele.registry.Customer;
import io.clientele.registry.CustomerId;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Takes a customer out of the one in the path again, over HTTP. */
@Component(service = UnmergeResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/unmerge")
@Produces(MediaType.APPLICATION_JSON)
public final class UnmergeResource {
    private final Merges merges;

    @Activate
    public UnmergeResource(@Reference Merges merges) {
        this.merges = merges;
    }

    /** Who is to be taken out again. */
    public record UndoBody(@Nullable String other) {}

    /** The customer that is back. */
    public record BackView(String customer, long version) {}

    @POST
    @Requires(JournaledMerges.MERGE)
    public BackView unmerge(
            @PathParam("customer") String customer, @HeaderParam("If-Match") @Nullable String ifMatch, UndoBody body) {
        NewMerge.Version read = new NewMerge.Version(CustomerId.of(customer), IfMatch.version(ifMatch));
        Customer back = merges.unmerge(read, MergeResource.id(body.other()));
        return new BackView(back.id().toString(), back.version());
    }
}
