package io.clientele.example.praise;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Praise over HTTP. */
@Component(service = PraiseResource.class)
@JakartarsResource
@Path("/api/v1/praises")
@Produces(MediaType.APPLICATION_JSON)
public final class PraiseResource {
    private final Praises praises;

    @Activate
    public PraiseResource(@Reference Praises praises) {
        this.praises = praises;
    }

    /** Praise as it is sent. */
    public record Body(@Nullable String customer, @Nullable String words) {}

    /** Praise as it is answered. */
    public record View(String id, String customer, String words, Instant saidAt) {
        static View of(Praise praise) {
            return new View(
                    ShortId.format(praise.id()), praise.customer().toString(), praise.words(), praise.saidAt());
        }
    }

    @POST
    @Requires(Praises.WRITE)
    public Response add(Body body) {
        CustomerId customer = customer(body.customer(), "/customer");
        View added = View.of(praises.add(customer, body.words() == null ? "" : body.words()));
        return Response.created(URI.create("/api/v1/praises/" + added.id()))
                .entity(added)
                .build();
    }

    @GET
    @Path("{id}")
    @Requires(Praises.READ)
    public View get(@PathParam("id") String id) {
        return View.of(praises.get(ShortId.parse(id)));
    }

    @GET
    @Requires(Praises.READ)
    public Page<View> list(
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        long before = page.cursor() == null ? Long.MAX_VALUE : ShortId.parse(page.cursor());
        Page<Praise> found = praises.list(customer(customer, "customer"), page.limit(), before);
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }

    private static CustomerId customer(@Nullable String text, String pointer) {
        if (text == null) {
            throw new InvalidInputException(pointer, "Name the customer by its id");
        }
        return CustomerId.of(text);
    }
}
