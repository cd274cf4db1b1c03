package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.access.AuditEntry;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.internal.life.SubjectExports;
import io.clientele.registry.internal.life.SubjectExports.SubjectExport;
import io.clientele.registry.internal.life.SubjectParts;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** All that is known about a customer, over HTTP. */
@Component(service = SubjectExportResource.class)
@JakartarsResource
@Path("/api/v1/customers/{customer}/subject-export")
@Produces(MediaType.APPLICATION_JSON)
public final class SubjectExportResource {
    private final SubjectExports exports;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public SubjectExportResource(@Reference SubjectExports exports) {
        this.exports = exports;
    }

    /** What one module keeps; without {@code data} if {@code state} is not {@code complete}. */
    public record ModuleView(String module, String customer, SubjectParts.State state, @Nullable JsonNode data) {}

    /** A customer that became part of this one: as it was, and who changed what of it. */
    public record FormerView(Instant mergedAt, JsonNode customer, List<HistoryResource.View> history) {}

    /**
     * An export as it is answered.
     *
     * @param complete whether every module that ever kept anything has told what it keeps
     */
    public record View(
            Instant at,
            boolean complete,
            JsonNode customer,
            List<InteractionsResource.View> interactions,
            List<PurchasesResource.View> purchases,
            List<RelationsResource.View> relations,
            List<ConsentsResource.View> consents,
            List<HistoryResource.View> history,
            List<FormerView> formers,
            List<ModuleView> modules) {}

    @GET
    @LongRunning
    @Requires(SubjectExports.EXPORT)
    public View export(@PathParam("customer") String customer) {
        SubjectExport export = exports.export(CustomerId.of(customer));
        return new View(
                export.at(),
                export.complete(),
                tree(export.customer()),
                export.interactions().stream()
                        .map(InteractionsResource.View::of)
                        .toList(),
                export.purchases().stream().map(PurchasesResource.View::of).toList(),
                export.relations().stream().map(RelationsResource.View::of).toList(),
                export.consents().stream().map(ConsentsResource.View::of).toList(),
                views(export.history()),
                export.formers().stream()
                        .map(former -> new FormerView(
                                former.merge().mergedAt(), tree(former.customer()), views(former.history())))
                        .toList(),
                export.modules().stream()
                        .map(part ->
                                new ModuleView(part.module(), part.customer().toString(), part.state(), part.data()))
                        .toList());
    }

    private List<HistoryResource.View> views(List<AuditEntry> entries) {
        return entries.stream().map(this::view).toList();
    }

    private HistoryResource.View view(AuditEntry entry) {
        return new HistoryResource.View(
                ShortId.format(entry.id()),
                entry.at(),
                entry.actor().toString(),
                entry.login(),
                entry.change().action(),
                tree(entry.change().detail()));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
