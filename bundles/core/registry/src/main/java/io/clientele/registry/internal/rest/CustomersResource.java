package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.FactValues;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.registry.internal.Faults;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.rest.IfMatch;
import io.clientele.rest.PageParams;
import io.clientele.rest.Rendered;
import io.clientele.rest.Requires;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Customers over HTTP. */
@Component(service = CustomersResource.class)
@JakartarsResource
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomersResource {
    private final CheckedCustomers customers;
    private final CustomerFacts facts;
    private final MergePatch patches = new MergePatch();

    @Activate
    public CustomersResource(@Reference CheckedCustomers customers, @Reference FactValues facts) {
        this.customers = customers;
        this.facts = new CustomerFacts(facts);
    }

    /** What a list is asked for with. */
    public static final class Query {
        @QueryParam("filter")
        @Nullable
        String filter;

        @QueryParam("sort")
        @Nullable
        String sort;

        @QueryParam("limit")
        @Nullable
        String limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        @QueryParam("total")
        @Nullable
        String total;

        @QueryParam("facts")
        @Nullable
        String facts;
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<Rendered<CustomerView>> list(@BeanParam Query query) {
        PageParams page = PageParams.of(query.limit, query.cursor);
        CustomerQuery asked =
                new CustomerQuery(query.filter, query.sort, page.limit(), page.cursor(), "true".equals(query.total));
        return query.facts == null
                ? customers.listAs(asked, CustomerView.ROW)
                : facts.with(query.facts, customers.listAs(asked, CustomerFacts.ROW));
    }

    @GET
    @Path("{id}")
    @Requires(CheckedCustomers.READ)
    public Rendered<CustomerView> read(@PathParam("id") String id) {
        return customers.getAs(CustomerId.of(id), CustomerView.ROW);
    }

    @POST
    @Requires(CheckedCustomers.WRITE)
    public Response add(CustomerBody body) {
        CustomerRow added = customers.addRow(profile(body));
        return Response.created(URI.create("/api/v1/customers/" + ShortId.format(added.id())))
                .entity(CustomerView.of(added))
                .build();
    }

    @PUT
    @Path("{id}")
    @Requires(CheckedCustomers.WRITE)
    public Rendered<CustomerView> replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, CustomerBody body) {
        long version = IfMatch.version(ifMatch);
        Profile profile = profile(body);
        return CustomerView.of(customers.changeRow(CustomerId.of(id), version, before -> profile));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Requires(CheckedCustomers.WRITE)
    public Rendered<CustomerView> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long version = IfMatch.version(ifMatch);
        return CustomerView.of(customers.changeRow(CustomerId.of(id), version, before -> patches.apply(before, patch)));
    }

    /** What the body says; all of its faults are told at once, those of form and those of content. */
    private Profile profile(CustomerBody body) {
        Faults faults = new Faults();
        Profile profile = body.profile(faults);
        if (faults.any()) {
            customers.rules().check(profile, faults);
            faults.raise();
        }
        return profile;
    }
}
