package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.access.AuditEntry;
import io.clientele.access.History;
import io.clientele.facts.Row;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who changed what of a customer, for those who may see it. */
@Component(service = HistoryResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/history")
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {
    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));

    private final CheckedCustomers customers;
    private final History history;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * A change as it is answered.
     *
     * @param action such as {@code registry.CustomerChanged}
     * @param detail for a customer that was added or changed, the fields that differ in {@code before} and {@code after}
     */
    public record View(String id, Instant at, String actor, String login, String action, JsonNode detail) {}

    @Activate
    public HistoryResource(@Reference CheckedCustomers customers, @Reference History history) {
        this.customers = customers;
        this.history = history;
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<View> list(
            @PathParam("customer") String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        CustomerId id = CustomerId.of(customer);
        long seen = customers.getAs(id, ID);
        Page<AuditEntry> found = history.of("customer", seen, page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(this::view).toList(), found.next(), null);
    }

    private View view(AuditEntry entry) {
        return new View(
                ShortId.format(entry.id()),
                entry.at(),
                entry.actor().toString(),
                entry.login(),
                entry.change().action(),
                detail(entry.change().detail()));
    }

    private JsonNode detail(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
