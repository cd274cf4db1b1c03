package io.clientele.registry.internal.rest;

import io.clientele.kernel.Page;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Direction;
import io.clientele.registry.Interaction;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.Timeline;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.registry.internal.Faults;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The timeline of a customer over HTTP: entries are added and listed, nothing else. */
@Component(service = InteractionsResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/interactions")
@Produces(MediaType.APPLICATION_JSON)
public final class InteractionsResource {
    private final Timeline timeline;

    @Activate
    public InteractionsResource(@Reference Timeline timeline) {
        this.timeline = timeline;
    }

    /** An interaction as it is sent. */
    public record Body(
            @Nullable InteractionKind kind,
            @Nullable Direction direction,
            @Nullable String channel,
            @Nullable Instant occurredAt,
            @Nullable List<@Nullable String> people,
            @Nullable String outcome,
            @Nullable String text) {
        NewInteraction interaction() {
            Faults faults = new Faults();
            if (kind == null) {
                faults.add("/kind", "is missing");
            }
            if (occurredAt == null) {
                faults.add("/occurredAt", "is missing");
            }
            faults.raise();
            List<String> present = SentList.present(people, "/people");
            return new NewInteraction(
                    Objects.requireNonNull(kind),
                    direction == null ? Direction.NONE : direction,
                    channel,
                    Objects.requireNonNull(occurredAt),
                    present,
                    outcome,
                    text);
        }
    }

    /** An interaction as it is answered. */
    public record View(
            String id,
            InteractionKind kind,
            Direction direction,
            @Nullable String channel,
            Instant occurredAt,
            List<String> people,
            @Nullable String outcome,
            @Nullable String text,
            String recordedBy,
            Instant recordedAt) {
        static View of(Interaction interaction) {
            NewInteraction content = interaction.content();
            return new View(
                    interaction.id().toString(),
                    content.kind(),
                    content.direction(),
                    content.channel(),
                    content.occurredAt(),
                    content.people(),
                    content.outcome(),
                    content.text(),
                    interaction.recordedBy().toString(),
                    interaction.recordedAt());
        }
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<View> list(
            @PathParam("customer") String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<Interaction> found = timeline.list(CustomerId.of(customer), page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }

    @POST
    @Requires(CheckedCustomers.WRITE)
    public Response add(@PathParam("customer") String customer, Body body) {
        View added = View.of(timeline.add(CustomerId.of(customer), body.interaction()));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }
}
