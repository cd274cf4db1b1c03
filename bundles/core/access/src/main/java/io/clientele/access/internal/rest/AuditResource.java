package io.clientele.access.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.access.AuditEntry;
import io.clientele.access.AuditQuery;
import io.clientele.access.AuditTrail;
import io.clientele.access.ChainReport;
import io.clientele.access.ChainReport.Fault;
import io.clientele.access.Change;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import io.clientele.rest.Told;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The audit and its verification. */
@Component(service = AuditResource.class)
@JakartarsResource
@Path("/api/v1/audit")
@Produces("application/json")
public final class AuditResource {
    /** A change as JSON. */
    public record EntryAnswer(
            String id,
            Instant at,
            String actor,
            String login,
            String action,
            String subject,
            String subjectId,
            JsonNode detail,
            @Nullable String traceId) {}

    /** What came of a verification. */
    public record VerificationAnswer(boolean intact, long entries, @Nullable FaultAnswer fault) {}

    /** The first fault. */
    public record FaultAnswer(int chain, long seq, ChainReport.Kind kind, @Told String reason) {}

    private final AuditTrail audit;

    @Activate
    public AuditResource(@Reference AuditTrail audit) {
        this.audit = audit;
    }

    /** Which entries are asked for. */
    public static final class Query {
        @QueryParam("login")
        @Nullable
        String login;

        @QueryParam("what")
        @Nullable
        String what;

        @QueryParam("since")
        @Nullable
        String since;

        @QueryParam("until")
        @Nullable
        String until;

        @QueryParam("limit")
        @Nullable
        String limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        AuditQuery asked() {
            return new AuditQuery(given(login), given(what), instant("since", since), instant("until", until));
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        private static @Nullable Instant instant(String name, @Nullable String text) {
            String given = given(text);
            try {
                return given == null ? null : Instant.parse(given);
            } catch (DateTimeParseException e) {
                throw new InvalidInputException(name, "is not a moment such as 2026-11-30T08:00:00Z");
            }
        }
    }

    @GET
    @Requires("audit:audit")
    public Page<EntryAnswer> list(@BeanParam Query query) {
        PageParams params = PageParams.of(query.limit, query.cursor);
        Page<AuditEntry> page = audit.list(query.asked(), params.limit(), params.cursor());
        ObjectMapper json = new ObjectMapper();
        return new Page<>(
                page.items().stream().map(entry -> answer(entry, json)).toList(), page.next(), null);
    }

    @GET
    @Path("verification")
    @Requires("audit:audit")
    @LongRunning
    public VerificationAnswer verify() {
        ChainReport report = audit.verify();
        Fault fault = report.fault();
        return new VerificationAnswer(
                report.intact(),
                report.entries(),
                fault == null ? null : new FaultAnswer(fault.chain(), fault.sequence(), fault.kind(), fault.reason()));
    }

    private static EntryAnswer answer(AuditEntry entry, ObjectMapper json) {
        Change change = entry.change();
        return new EntryAnswer(
                ShortId.format(entry.id()),
                entry.at(),
                entry.actor().toString(),
                entry.login(),
                change.action(),
                change.subject(),
                ShortId.format(change.id()),
                detail(change.detail(), json),
                entry.traceId());
    }

    private static JsonNode detail(String text, ObjectMapper json) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
