package io.clientele.registry.internal.transfer;

import io.clientele.facts.FactValues;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import jakarta.ws.rs.BeanParam;
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
    private final FactValues values;

    /** What a file is asked for with. */
    public static final class Query {
        @QueryParam("filter")
        @Nullable
        String filter;

        @QueryParam("sort")
        @Nullable
        String sort;

        @QueryParam("facts")
        @Nullable
        String facts;

        @QueryParam("bom")
        @DefaultValue("false")
        boolean bom;
    }

    @Activate
    public ExportsResource(@Reference Transfer transfer, @Reference FactValues values) {
        this.customers = transfer.customers();
        this.values = values;
    }

    /**
     * The customers that a filter finds: all that the registry knows of each, or with {@code facts=} these in their order, sorted as a list
     * is. With {@code bom=true} spreadsheets see that it is UTF-8.
     */
    @GET
    @Path("customers")
    @Produces("text/csv")
    @Requires("customers:export")
    @LongRunning
    public Response customers(@BeanParam Query query) {
        CustomerExport.Table table = query.facts == null
                ? customers.whole(query.filter)
                : customers.shown(values, FactExport.Wanted.of(query.filter, query.sort, query.facts));
        StreamingOutput body =
                customers.prepare(table, query.bom ? CustomerExport.Mark.WITH : CustomerExport.Mark.WITHOUT)::to;
        return Response.ok(body, "text/csv; charset=utf-8; header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\"")
                .build();
    }
}
