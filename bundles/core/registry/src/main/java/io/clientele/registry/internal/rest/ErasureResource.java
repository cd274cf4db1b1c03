package io.clientele.registry.internal.rest;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Erased;
import io.clientele.registry.Erasures;
import io.clientele.registry.internal.life.TracelessErasures;
import io.clientele.rest.Requires;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The erasure of a customer over HTTP. */
@Component(service = ErasureResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/erasure")
@Produces(MediaType.APPLICATION_JSON)
public final class ErasureResource {
    private final Erasures erasures;

    @Activate
    public ErasureResource(@Reference Erasures erasures) {
        this.erasures = erasures;
    }

    /** What is left of the customer. */
    public record View(String customer, Instant erasedAt) {}

    @POST
    @Requires(TracelessErasures.ERASE)
    public View erase(@PathParam("customer") String customer) {
        Erased erased = erasures.erase(CustomerId.of(customer));
        return new View(erased.customer().toString(), erased.at());
    }
}
