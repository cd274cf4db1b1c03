package io.clientele.facts.internal.rest;

import io.clientele.facts.FactValues;
import io.clientele.rest.Requires;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Values that people choose from when they write a filter. */
@Component(service = FactValuesResource.class)
@JakartarsResource
@Path("/api/v1/facts/{fact}/values")
@Produces(MediaType.APPLICATION_JSON)
public final class FactValuesResource {
    private final FactValues values;

    /** The answer. */
    public record Values(List<String> items) {}

    @Activate
    public FactValuesResource(@Reference FactValues values) {
        this.values = values;
    }

    @GET
    @Requires("customers:read")
    public Values beginning(@PathParam("fact") String fact, @QueryParam("start") @DefaultValue("") String start) {
        return new Values(values.beginning(fact, start));
    }
}
