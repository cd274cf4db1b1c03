package io.clientele.registry.internal.transfer;

import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What goes out as files. */
@Component(service = ExportsResource.class)
@JakartarsResource
@Path("/api/v1/exports")
public final class ExportsResource {
    private final CustomerExport customers;

    @Activate
    public ExportsResource(@Reference Transfer transfer) {
        this.customers = transfer.customers();
    }

    /** The customers that a filter finds; with {@code bom=true} spreadsheets see that it is UTF-8. */
    @GET
    @Path("customers")
    @Produces("text/csv")
    @Requires("customers:export")
    @LongRunning
    public Response customers(
            @QueryParam("filter") @Nullable String filter, @QueryParam("bom") @DefaultValue("false") boolean bom) {
        CustomerExport.Rows rows =
                customers.prepare(filter, bom ? CustomerExport.Mark.WITH : CustomerExport.Mark.WITHOUT);
        StreamingOutput body = rows::to;
        return Response.ok(body, "text/csv; charset=utf-8; header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\"")
                .build();
    }
}
