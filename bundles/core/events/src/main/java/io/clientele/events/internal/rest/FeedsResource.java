package io.clientele.events.internal.rest;

import io.clientele.events.Event;
import io.clientele.events.FeedStatus;
import io.clientele.events.Feeds;
import io.clientele.events.internal.ParkedEvents;
import io.clientele.events.internal.store.ParkedEvent;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** How the feeds of all modules stand, and what their handlers could not handle. */
@Component(service = FeedsResource.class)
@JakartarsResource
@Path("/api/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedsResource {
    private final Feeds feeds;
    private final ParkedEvents parked;

    /** Every feed there is. */
    public record All(List<FeedStatus> items) {}

    /** A parked event as JSON. */
    public record Parked(
            long sequence,
            String type,
            @Nullable String customer,
            Instant at,
            String detail,
            int attempts,
            String error,
            Instant parkedAt,
            boolean retrying) {
        static Parked of(ParkedEvent parked) {
            Event event = parked.event();
            Long customer = event.customer();
            return new Parked(
                    event.sequence(),
                    event.type(),
                    customer == null ? null : ShortId.format(customer),
                    event.at(),
                    event.detail(),
                    parked.attempts(),
                    parked.error(),
                    parked.parkedAt(),
                    parked.retrying());
        }
    }

    @Activate
    public FeedsResource(@Reference Feeds feeds, @Reference ParkedEvents parked) {
        this.feeds = feeds;
        this.parked = parked;
    }

    @GET
    @Requires("feeds:read")
    public All all() {
        return new All(feeds.status());
    }

    @DELETE
    @Path("{feed}")
    @Requires(ParkedEvents.ADMIN)
    public void forget(@PathParam("feed") String feed) {
        parked.forget(feed);
    }

    @GET
    @Path("{feed}/parked")
    @Requires(ParkedEvents.ADMIN)
    public Page<Parked> parked(
            @PathParam("feed") String feed, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<ParkedEvent> found = parked.list(feed, page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(Parked::of).toList(), found.next(), null);
    }

    @POST
    @Path("{feed}/parked/{sequence}/retry")
    @Requires(ParkedEvents.ADMIN)
    public Response retry(@PathParam("feed") String feed, @PathParam("sequence") String sequence) {
        parked.retry(feed, number(sequence));
        return Response.accepted().build();
    }

    @DELETE
    @Path("{feed}/parked/{sequence}")
    @Requires(ParkedEvents.ADMIN)
    public void skip(@PathParam("feed") String feed, @PathParam("sequence") String sequence) {
        parked.skip(feed, number(sequence));
    }

    private static long number(String sequence) {
        try {
            return Long.parseLong(sequence);
        } catch (NumberFormatException e) {
            throw new NotFoundException("parked event", sequence);
        }
    }
}
