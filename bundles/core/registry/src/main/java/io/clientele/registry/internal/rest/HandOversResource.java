package io.clientele.registry.internal.rest;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.internal.life.HandOvers;
import io.clientele.registry.internal.store.StoredHandOver;
import io.clientele.registry.internal.store.StoredHandOver.Order;
import io.clientele.registry.internal.store.StoredHandOver.Progress;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Hand-overs of a user's customers over HTTP. */
@Component(service = HandOversResource.class)
@JakartarsResource
@Path("/api/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
public final class HandOversResource {
    private static final Duration PER_REQUEST = Duration.ofSeconds(5);
    private final HandOvers handOvers;

    @Activate
    public HandOversResource(@Reference HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    /** An order as it is sent; with {@code dryRun} its customers are only counted. */
    public record Body(
            @Nullable String from,
            @Nullable String toUser,
            @Nullable String toTeam,
            @Nullable String filter,
            @Nullable Boolean dryRun) {
        Order order() {
            String user = toUser;
            String team = toTeam;
            return new Order(
                    new UserId(id(from, "/from")),
                    user == null ? null : new UserId(id(user, "/toUser")),
                    team == null ? null : new TeamId(id(team, "/toTeam")),
                    filter == null || filter.isBlank() ? null : filter);
        }

        private static long id(@Nullable String text, String pointer) {
            long id = text == null ? -1 : ShortId.parse(text);
            if (id < 0) {
                throw new InvalidInputException(pointer, text == null ? "is missing" : "is no id");
            }
            return id;
        }
    }

    /** How many customers an order is about. */
    public record Count(long customers) {}

    /** A hand-over as it is answered; one that is not done is gone on with by a {@code POST} to its {@code continuation}. */
    public record View(
            String id,
            String from,
            @Nullable String toUser,
            @Nullable String toTeam,
            @Nullable String filter,
            String begunBy,
            Instant begunAt,
            long moved,
            long refused,
            boolean done) {
        static View of(StoredHandOver handOver) {
            Order order = handOver.order();
            Progress progress = handOver.progress();
            return new View(
                    ShortId.format(handOver.id()),
                    order.from().toString(),
                    order.user() == null ? null : order.user().toString(),
                    order.team() == null ? null : order.team().toString(),
                    order.filter(),
                    handOver.begunBy().toString(),
                    handOver.begunAt(),
                    progress.moved(),
                    progress.refused(),
                    progress.done());
        }
    }

    @POST
    @Requires(HandOvers.HAND_OVER)
    public Response begin(Body body) {
        Order order = body.order();
        if (Boolean.TRUE.equals(body.dryRun())) {
            return Response.ok(new Count(handOvers.count(order))).build();
        }
        StoredHandOver begun = handOvers.begin(order);
        View view = View.of(handOvers.carryOn(begun.id(), PER_REQUEST));
        return Response.created(URI.create("/api/v1/handovers/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Requires(HandOvers.HAND_OVER)
    public Page<View> list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<StoredHandOver> found = handOvers.list(page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }

    @GET
    @Path("{id}")
    @Requires(HandOvers.HAND_OVER)
    public View read(@PathParam("id") String id) {
        return View.of(handOvers.find(ShortId.parse(id)));
    }

    @POST
    @Path("{id}/continuation")
    @Requires(HandOvers.HAND_OVER)
    public View carryOn(@PathParam("id") String id) {
        return View.of(handOvers.carryOn(ShortId.parse(id), PER_REQUEST));
    }
}
