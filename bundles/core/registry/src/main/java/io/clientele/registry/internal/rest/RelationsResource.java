package io.clientele.registry.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Direction;
import io.clientele.registry.Relation;
import io.clientele.registry.RelationId;
import io.clientele.registry.Relations;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The relations of a customer over HTTP. */
@Component(service = RelationsResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/relations")
@Produces(MediaType.APPLICATION_JSON)
public final class RelationsResource {
    private final Relations relations;

    @Activate
    public RelationsResource(@Reference Relations relations) {
        this.relations = relations;
    }

    /** A relation as it is sent. */
    public record Body(@Nullable String kind, @Nullable String to) {}

    /** A relation as it is answered, seen from the customer of the path. */
    public record View(String id, String kind, Direction direction, String to, String toName) {
        static View of(Relation relation) {
            return new View(
                    relation.id().toString(),
                    relation.kind(),
                    relation.direction(),
                    relation.other().toString(),
                    relation.otherName());
        }
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<View> list(
            @PathParam("customer") String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<Relation> found = relations.list(CustomerId.of(customer), page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }

    @POST
    @Requires(CheckedCustomers.WRITE)
    public Response add(@PathParam("customer") String customer, Body body) {
        CustomerId from = CustomerId.of(customer);
        long to = body.to() == null ? -1 : ShortId.parse(body.to());
        if (to < 0) {
            throw new InvalidInputException("/to", "There is no customer " + (body.to() == null ? "here" : body.to()));
        }
        View added = View.of(relations.add(from, body.kind() == null ? "" : body.kind(), new CustomerId(to)));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @DELETE
    @Path("{id}")
    @Requires(CheckedCustomers.WRITE)
    public void remove(@PathParam("customer") String customer, @PathParam("id") String id) {
        relations.remove(CustomerId.of(customer), RelationId.of(id));
    }
}
