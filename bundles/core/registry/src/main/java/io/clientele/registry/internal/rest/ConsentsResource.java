package io.clientele.registry.internal.rest;

import io.clientele.kernel.Page;
import io.clientele.registry.Consent;
import io.clientele.registry.Consents;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.CustomerId;
import io.clientele.registry.NewConsent;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What a customer said about being approached, over HTTP: entries are added and listed, nothing else. */
@Component(service = ConsentsResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/consents")
@Produces(MediaType.APPLICATION_JSON)
public final class ConsentsResource {
    private final Consents consents;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ConsentsResource(@Reference Consents consents) {
        this.consents = consents;
    }

    /**
     * What is to be recorded.
     *
     * @param purpose what for; without it, {@code marketing}
     * @param decidedAt without it, now
     */
    public record Body(
            @Nullable ContactChannel channel,
            @Nullable String purpose,
            NewConsent.@Nullable Decision decision,
            @Nullable Instant decidedAt,
            @Nullable String source,
            @Nullable String evidence) {
        NewConsent consent(Instant now) {
            Faults faults = new Faults();
            if (channel == null) {
                faults.add("/channel", "is missing");
            }
            if (decision == null) {
                faults.add("/decision", "is missing");
            }
            if (source == null) {
                faults.add("/source", "is missing");
            }
            faults.raise();
            return new NewConsent(
                    Objects.requireNonNull(channel),
                    purpose == null ? NewConsent.MARKETING : purpose,
                    Objects.requireNonNull(decision),
                    decidedAt == null ? now : decidedAt,
                    Objects.requireNonNull(source),
                    evidence);
        }
    }

    /** An entry as it is answered. */
    public record View(
            String id,
            ContactChannel channel,
            String purpose,
            NewConsent.Decision decision,
            Instant decidedAt,
            String source,
            @Nullable String evidence,
            String recordedBy,
            Instant recordedAt,
            boolean counts) {
        static View of(Consent consent) {
            NewConsent content = consent.content();
            return new View(
                    consent.id().toString(),
                    content.channel(),
                    content.purpose(),
                    content.decision(),
                    content.decidedAt(),
                    content.source(),
                    content.evidence(),
                    consent.recordedBy().toString(),
                    consent.recordedAt(),
                    consent.counts());
        }
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<View> list(
            @PathParam("customer") String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<Consent> found = consents.list(CustomerId.of(customer), page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }

    @POST
    @Requires(CheckedCustomers.WRITE)
    public Response add(@PathParam("customer") String customer, Body body) {
        View added = View.of(consents.add(CustomerId.of(customer), body.consent(clock.instant())));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }
}
