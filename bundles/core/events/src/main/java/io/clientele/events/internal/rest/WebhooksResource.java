package io.clientele.events.internal.rest;

import io.clientele.events.internal.store.Delivery;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable.Settings;
import io.clientele.events.internal.webhook.Webhooks;
import io.clientele.events.internal.webhook.Webhooks.Added;
import io.clientele.events.internal.webhook.WebhooksComponent;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import io.clientele.rest.Told;
import io.clientele.rest.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The outside systems that are told what happens. */
@Component(service = WebhooksResource.class)
@JakartarsResource
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WebhooksResource {
    private final Webhooks webhooks;

    /**
     * A webhook as JSON.
     *
     * @param secret what deliveries are signed with, only in the answer that made it
     */
    public record WebhookAnswer(
            String id,
            long version,
            String url,
            List<String> types,
            boolean enabled,
            @Told @Nullable String disabledBecause,
            Instant createdAt,
            @Nullable Instant replayFrom,
            @Nullable String secret)
            implements Versioned {
        static WebhookAnswer of(Webhook webhook, @Nullable String secret) {
            return new WebhookAnswer(
                    ShortId.format(webhook.id()),
                    webhook.version(),
                    webhook.url(),
                    webhook.types().stream().sorted().toList(),
                    webhook.enabled(),
                    webhook.disabledBecause(),
                    webhook.createdAt(),
                    webhook.replayFrom(),
                    secret);
        }

        /** Which webhook it is, and nothing that is secret. */
        @Override
        public String toString() {
            return "WebhookAnswer[id=" + id + "]";
        }
    }

    /**
     * A webhook to write.
     *
     * @param types exact types, or {@code noun.*}; every type if left out
     * @param enabled true if left out
     */
    public record WebhookInput(@NotNull String url, @Nullable Set<@NotNull String> types, @Nullable Boolean enabled) {
        Settings settings() {
            return new Settings(url, types == null ? Set.of() : types, enabled == null || enabled);
        }
    }

    /** Since when to send once more. */
    public record ReplayInput(@NotNull Instant from) {}

    @Activate
    public WebhooksResource(@Reference WebhooksComponent component) {
        this.webhooks = component.webhooks();
    }

    @GET
    @Requires(Webhooks.ADMIN)
    public Page<WebhookAnswer> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageParams params = PageParams.of(limit, cursor);
        Page<Webhook> page = webhooks.list(params.limit(), params.cursor());
        return new Page<>(
                page.items().stream().map(each -> WebhookAnswer.of(each, null)).toList(), page.next(), null);
    }

    @POST
    @Requires(Webhooks.ADMIN)
    public Response add(@Valid @NotNull WebhookInput asked) {
        Settings settings = asked.settings();
        Added added = webhooks.add(settings.url(), settings.types(), settings.enabled());
        WebhookAnswer answer = WebhookAnswer.of(added.webhook(), added.secret());
        return Response.created(URI.create("/api/v1/webhooks/" + answer.id()))
                .entity(answer)
                .build();
    }

    @GET
    @Path("{id}")
    @Requires(Webhooks.ADMIN)
    public WebhookAnswer read(@PathParam("id") String id) {
        return WebhookAnswer.of(webhooks.read(number(id)), null);
    }

    @PUT
    @Path("{id}")
    @Requires(Webhooks.ADMIN)
    public WebhookAnswer change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull WebhookInput asked) {
        return WebhookAnswer.of(webhooks.change(number(id), IfMatch.version(ifMatch), asked.settings()), null);
    }

    @POST
    @Path("{id}/secret")
    @Requires(Webhooks.ADMIN)
    public WebhookAnswer rotate(@PathParam("id") String id) {
        Added changed = webhooks.rotate(number(id));
        return WebhookAnswer.of(changed.webhook(), changed.secret());
    }

    @DELETE
    @Path("{id}")
    @Requires(Webhooks.ADMIN)
    public void remove(@PathParam("id") String id) {
        webhooks.remove(number(id));
    }

    @POST
    @Path("{id}/replay")
    @Requires(Webhooks.ADMIN)
    public Response replay(@PathParam("id") String id, @Valid @NotNull ReplayInput asked) {
        return Response.accepted(WebhookAnswer.of(webhooks.replay(number(id), asked.from()), null))
                .build();
    }

    @GET
    @Path("{id}/deliveries")
    @Requires(Webhooks.ADMIN)
    public Page<Delivery> deliveries(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageParams params = PageParams.of(limit, cursor);
        return webhooks.deliveries(number(id), params.limit(), params.cursor());
    }

    private static long number(String id) {
        long number = ShortId.parse(id);
        if (number < 0) {
            throw new NotFoundException("webhook", id);
        }
        return number;
    }
}
