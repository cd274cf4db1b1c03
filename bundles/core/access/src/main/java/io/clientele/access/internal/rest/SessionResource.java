package io.clientele.access.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.User;
import io.clientele.access.internal.Sessions;
import io.clientele.access.internal.Sessions.Opened;
import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import io.clientele.rest.spi.Credentials;
import io.clientele.rest.spi.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Signing in and out. */
@Component(service = SessionResource.class)
@JakartarsResource
@Path("/api/v1/session")
@Produces("application/json")
@Consumes("application/json")
public final class SessionResource {
    private static final List<String> VERBS = List.of("read", "write", "import", "export", "merge", "audit", "admin");

    /** What somebody signs in with. */
    public record SignIn(@NotNull @Size(max = 200) String login, @NotNull @Size(max = 2000) String password) {
        /** Everything but the password. */
        @Override
        public String toString() {
            return "SignIn[login=" + login + "]";
        }
    }

    /** A change of the own password. */
    public record NewPassword(
            @NotNull @Size(max = 2000) String current, @JsonProperty("new") @NotNull @Size(max = 2000) String next) {
        /** Neither of them. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /** A session that has just begun. */
    public record SessionAnswer(String token, Instant expiresAt, UserAnswer user) {}

    /**
     * Who is calling.
     *
     * @param permissions {@code *:verb} for each verb that the user may do to any noun
     */
    public record WhoAnswer(UserAnswer user, List<String> permissions, Scope scope) {}

    private final Sessions sessions;

    @Activate
    public SessionResource(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Public
    public Response signIn(@Valid @NotNull SignIn asked, @Context HttpServletRequest request) {
        Opened opened = sessions.open(asked.login(), asked.password(), request.getRemoteAddr());
        String before = SessionCookie.value(request);
        if (before != null) {
            sessions.close(new Credentials(null, before, request.getRemoteAddr()));
        }
        return begun(opened, request);
    }

    @GET
    @Requires("session:read")
    public WhoAnswer who() {
        User user = sessions.user();
        return new WhoAnswer(UserAnswer.of(user), permissions(user.roles()), user.scope());
    }

    @DELETE
    @Public
    public Response signOut(@Context HttpServletRequest request) {
        sessions.close(new Credentials(
                request.getHeader(HttpHeaders.AUTHORIZATION), SessionCookie.value(request), request.getRemoteAddr()));
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.clear(request))
                .build();
    }

    /** Every role reads, so everybody who signed in may change the own password. */
    @PUT
    @Path("password")
    @Requires("session:read")
    public Response changePassword(@Valid @NotNull NewPassword asked, @Context HttpServletRequest request) {
        return begun(sessions.changePassword(asked.current(), asked.next(), request.getRemoteAddr()), request);
    }

    private static Response begun(Opened opened, HttpServletRequest request) {
        return Response.ok(new SessionAnswer(opened.token(), opened.expiresAt(), UserAnswer.of(opened.user())))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.set(request, opened.token()))
                .build();
    }

    private static List<String> permissions(Set<Role> roles) {
        Stream<String> permissions = VERBS.stream().map(verb -> "*:" + verb);
        return permissions
                .filter(permission -> roles.stream().anyMatch(role -> role.grants(permission)))
                .toList();
    }
}
