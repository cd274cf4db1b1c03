package io.clientele.access.internal.rest;

import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.rest.IfMatch;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The users. */
@Component(service = UserResource.class)
@JakartarsResource
@Path("/api/v1/users")
@Produces("application/json")
@Consumes("application/json")
public final class UserResource {
    private final Users users;

    @Activate
    public UserResource(@Reference Users users) {
        this.users = users;
    }

    @GET
    @Requires("users:read")
    public Page<UserAnswer> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageParams params = PageParams.of(limit, cursor);
        Page<User> page = users.list(params.limit(), params.cursor());
        return new Page<>(page.items().stream().map(UserAnswer::of).toList(), page.next(), null);
    }

    @GET
    @Path("{id}")
    @Requires("users:read")
    public UserAnswer read(@PathParam("id") String id) {
        return users.find(new UserId(Ids.inPath("user", id)))
                .map(UserAnswer::of)
                .orElseThrow(() -> new NotFoundException("user", id));
    }

    @POST
    @Requires("users:admin")
    public Response add(@Valid @NotNull UserInput asked) {
        UserAnswer added = UserAnswer.of(users.add(asked.added()));
        return Response.created(URI.create("/api/v1/users/" + added.id()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("{id}")
    @Requires("users:admin")
    public UserAnswer change(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UserInput asked) {
        User user = asked.changed(new UserId(Ids.inPath("user", id)), IfMatch.version(ifMatch));
        String password = asked.password();
        return UserAnswer.of(password == null ? users.update(user) : users.update(user, password));
    }
}
