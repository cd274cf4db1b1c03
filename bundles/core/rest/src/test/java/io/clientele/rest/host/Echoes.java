package io.clientele.rest.host;

import io.clientele.kernel.NotFoundException;
import io.clientele.rest.IfMatch;
import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import io.clientele.rest.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource of plain operations, which can be called with and without the framework around them. */
@Path("/api/v1/echoes")
@Produces("application/json")
public final class Echoes {
    /** What came back. */
    public record Echo(String text, long version, @Nullable String more) implements Versioned {}

    /** What is called out. */
    public record Shout(@NotBlank String text) {}

    /** What a list is asked for with. */
    public static final class Query {
        @QueryParam("first")
        @Nullable
        String first;

        @HeaderParam("X-Second")
        @Nullable
        String second;
    }

    @GET
    @Requires("notes:read")
    public List<Echo> list(@BeanParam Query query) {
        return List.of(new Echo(String.valueOf(query.first), 1, query.second));
    }

    @GET
    @Path("{text}")
    @Public
    public Echo read(@PathParam("text") String text, @QueryParam("more") @Nullable String more) {
        if (text.equals("absent")) {
            throw new NotFoundException("echo", text);
        }
        if (text.equals("broken")) {
            throw new IllegalStateException("select secret from table");
        }
        if (text.equals("full")) {
            throw new UncheckedIOException(new IOException("/srv/secret: No space left on device"));
        }
        return new Echo(text, 7, more);
    }

    @GET
    @Path("fixed/wall")
    @Public
    public Echo wall() {
        return new Echo("wall", 1, null);
    }

    @GET
    @Path("moved")
    @Public
    public Response moved() {
        return Response.seeOther(URI.create("/api/v1/echoes/here")).build();
    }

    @POST
    @Requires("notes:write")
    public Response add(@Valid Shout shout) {
        return Response.created(URI.create("/api/v1/echoes/" + shout.text()))
                .header("X-Loud", "very")
                .entity(new Echo(shout.text(), 1, null))
                .build();
    }

    @PUT
    @Path("{text}")
    @Requires("notes:write")
    public Echo change(
            @PathParam("text") String text, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid Shout shout) {
        return new Echo(text + " " + shout.text(), IfMatch.version(ifMatch) + 1, null);
    }

    @DELETE
    @Path("{text}")
    @Requires("notes:write")
    public void remove(@PathParam("text") String text) {
        if (text.equals("absent")) {
            throw new NotFoundException("echo", text);
        }
    }
}
