package io.clientele.events.internal.rest;

import io.clientele.events.internal.LiveEvents;
import io.clientele.rest.EventStream;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What happens, as it happens. */
@Component(service = EventsResource.class)
@JakartarsResource
@Path("/api/v1/events")
public final class EventsResource {
    private final LiveEvents events;

    @Activate
    public EventsResource(@Reference LiveEvents events) {
        this.events = events;
    }

    @GET
    @Path("stream")
    @Produces("text/event-stream")
    @Requires(LiveEvents.PERMISSION)
    public EventStream stream(@HeaderParam("Last-Event-ID") @Nullable String lastSeen) {
        return EventStream.of(sink -> events.open(sink, lastSeen));
    }
}
