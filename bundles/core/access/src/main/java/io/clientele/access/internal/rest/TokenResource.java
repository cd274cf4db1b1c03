package io.clientele.access.internal.rest;

import io.clientele.access.internal.Tokens;
import io.clientele.access.internal.Tokens.Made;
import io.clientele.access.internal.store.ApiToken;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's own API tokens. */
@Component(service = TokenResource.class)
@JakartarsResource
@Path("/api/v1/tokens")
@Produces("application/json")
@Consumes("application/json")
public final class TokenResource {
    /**
     * A token as JSON.
     *
     * @param token the secret, in the answer that made it alone
     */
    public record TokenAnswer(
            String id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable String token) {
        static TokenAnswer of(ApiToken kept, @Nullable String secret) {
            return new TokenAnswer(
                    ShortId.format(kept.id()), kept.name(), kept.createdAt(), kept.expiresAt(), kept.usedAt(), secret);
        }

        /** Everything but the secret. */
        @Override
        public String toString() {
            return "TokenAnswer[id=" + id + ", name=" + name + "]";
        }
    }

    /** A token to be. */
    public record TokenInput(@NotNull String name, @Nullable Instant expiresAt) {}

    private final Tokens tokens;

    @Activate
    public TokenResource(@Reference Tokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @Requires("tokens:read")
    public Page<TokenAnswer> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageParams params = PageParams.of(limit, cursor);
        Page<ApiToken> page = tokens.list(params.limit(), params.cursor());
        return new Page<>(
                page.items().stream().map(token -> TokenAnswer.of(token, null)).toList(), page.next(), null);
    }

    @POST
    @Requires("tokens:write")
    public Response make(@Valid @NotNull TokenInput asked) {
        Made made = tokens.make(asked.name(), asked.expiresAt());
        TokenAnswer answer = TokenAnswer.of(made.token(), made.secret());
        return Response.created(URI.create("/api/v1/tokens/" + answer.id()))
                .entity(answer)
                .build();
    }

    @DELETE
    @Path("{id}")
    @Requires("tokens:write")
    public Response remove(@PathParam("id") String id) {
        tokens.remove(Ids.inPath("token", id));
        return Response.noContent().build();
    }
}
