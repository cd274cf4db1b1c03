package io.clientele.registry.internal.rest;

import io.clientele.kernel.Page;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Purchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.Purchases;
import io.clientele.registry.internal.CheckedCustomers;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The purchases of a customer over HTTP. */
@Component(service = PurchasesResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/purchases")
@Produces(MediaType.APPLICATION_JSON)
public final class PurchasesResource {
    private final Purchases purchases;

    @Activate
    public PurchasesResource(@Reference Purchases purchases) {
        this.purchases = purchases;
    }

    /** A line as it is answered. */
    public record LineView(
            String product,
            BigDecimal quantity,
            BigDecimal amount,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal margin) {
        static LineView of(PurchaseLine line) {
            return new LineView(
                    line.product(),
                    line.quantity(),
                    line.amount(),
                    line.cost(),
                    line.margin().orElse(null));
        }
    }

    /** A purchase as it is answered. */
    public record View(
            String id,
            @Nullable String source,
            @Nullable String externalId,
            LocalDate purchasedOn,
            String currency,
            BigDecimal amount,
            List<LineView> lines,
            boolean returned,
            @Nullable String returnOf,
            Instant recordedAt) {
        static View of(Purchase purchase) {
            NewPurchase content = purchase.content();
            Identifier reference = content.reference();
            PurchaseId returnOf = content.returnOf();
            return new View(
                    purchase.id().toString(),
                    reference == null ? null : reference.source(),
                    reference == null ? null : reference.id(),
                    content.purchasedOn(),
                    content.currency().getCurrencyCode(),
                    content.amount().amount(),
                    content.lines().stream().map(LineView::of).toList(),
                    purchase.returned(),
                    returnOf == null ? null : returnOf.toString(),
                    purchase.recordedAt());
        }
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<View> list(
            @PathParam("customer") String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<Purchase> found = purchases.list(CustomerId.of(customer), page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }

    @POST
    @Requires(CheckedCustomers.WRITE)
    public Response add(@PathParam("customer") String customer, PurchaseBody body) {
        View added = View.of(purchases.add(CustomerId.of(customer), body.purchase()));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }
}
