package io.clientele.facts.internal.rest;

import io.clientele.facts.Fact;
import io.clientele.facts.Facts;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The facts that a filter or a sort order can name now. */
@Component(service = FactsResource.class)
@JakartarsResource
@Path("/api/v1/facts")
@Produces(MediaType.APPLICATION_JSON)
public final class FactsResource {
    private final Facts facts;

    /** The answer. */
    public record Catalogue(List<Entry> items) {}

    /** One fact. */
    public record Entry(
            String name,
            String type,
            Map<String, String> label,
            @Nullable String unit,
            boolean many,
            boolean sortable,
            String source) {
        static Entry of(Fact fact) {
            String type = fact.type().name().toLowerCase(Locale.ROOT);
            return new Entry(fact.name(), type, fact.label(), fact.unit(), fact.many(), fact.sortable(), fact.source());
        }
    }

    @Activate
    public FactsResource(@Reference Facts facts) {
        this.facts = facts;
    }

    @GET
    @Requires("customers:read")
    public Catalogue all() {
        return new Catalogue(facts.all().stream().map(Entry::of).toList());
    }
}
