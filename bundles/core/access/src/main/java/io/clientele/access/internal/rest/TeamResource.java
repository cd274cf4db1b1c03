package io.clientele.access.internal.rest;

import io.clientele.access.Team;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.rest.IfMatch;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import io.clientele.rest.Versioned;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The teams. */
@Component(service = TeamResource.class)
@JakartarsResource
@Path("/api/v1/teams")
@Produces("application/json")
@Consumes("application/json")
public final class TeamResource {
    /** A team as JSON. */
    public record TeamAnswer(String id, long version, String name, @Nullable String parent) implements Versioned {
        static TeamAnswer of(Team team) {
            TeamId parent = team.parent();
            return new TeamAnswer(
                    team.id().toString(), team.version(), team.name(), parent == null ? null : parent.toString());
        }
    }

    /**
     * A team to write.
     *
     * @param id what was read may be sent back; the address and If-Match decide
     * @param version likewise
     */
    public record TeamInput(
            @Nullable String id, @Nullable Long version, @NotNull String name, @Nullable String parent) {}

    private final Teams teams;

    @Activate
    public TeamResource(@Reference Teams teams) {
        this.teams = teams;
    }

    @GET
    @Requires("teams:read")
    public Page<TeamAnswer> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageParams params = PageParams.of(limit, cursor);
        Page<Team> page = teams.list(params.limit(), params.cursor());
        return new Page<>(page.items().stream().map(TeamAnswer::of).toList(), page.next(), null);
    }

    @GET
    @Path("{id}")
    @Requires("teams:read")
    public TeamAnswer read(@PathParam("id") String id) {
        return teams.find(new TeamId(Ids.inPath("team", id)))
                .map(TeamAnswer::of)
                .orElseThrow(() -> new NotFoundException("team", id));
    }

    @POST
    @Requires("teams:admin")
    public Response add(@Valid @NotNull TeamInput asked) {
        TeamAnswer added = TeamAnswer.of(teams.add(asked.name(), Ids.team("/parent", asked.parent())));
        return Response.created(URI.create("/api/v1/teams/" + added.id()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("{id}")
    @Requires("teams:admin")
    public TeamAnswer change(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull TeamInput asked) {
        TeamId team = new TeamId(Ids.inPath("team", id));
        return TeamAnswer.of(teams.update(
                new Team(team, IfMatch.version(ifMatch), asked.name(), Ids.team("/parent", asked.parent()))));
    }
}
