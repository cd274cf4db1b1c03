package ${package};

import io.clientele.facts.Customers;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Tells how many customers the caller sees. The server finds it by its annotations, and gives it the services it asks for. */
@Component(service = Overview.class)
@JakartarsResource
@Path("/api/v1/${module}")
@Produces(MediaType.APPLICATION_JSON)
public final class Overview {
    private final Customers customers;

    @Activate
    public Overview(@Reference Customers customers) {
        this.customers = customers;
    }

    /** What is answered. */
    public record Answer(long customers) {}

    @GET
    @Requires("${module}:read")
    public Answer get() {
        return new Answer(customers.count(null));
    }
}
