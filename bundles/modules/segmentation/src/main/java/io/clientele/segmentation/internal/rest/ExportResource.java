package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.plan.MemberFiles;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The members of a segment as a file, over HTTP. */
@Component(service = ExportResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/export")
public final class ExportResource {
    private final MemberFiles files;

    @Activate
    public ExportResource(@Reference MemberFiles files) {
        this.files = files;
    }

    @GET
    @Produces("text/csv")
    @LongRunning
    @Requires(MemberFiles.EXPORT)
    public Response export(
            @PathParam("segment") String segment,
            @QueryParam("facts") @Nullable String facts,
            @QueryParam("bom") @DefaultValue("false") boolean bom) {
        List<String> chosen = facts == null || facts.isBlank() ? List.of() : List.of(facts.split(",", -1));
        return file("members.csv", files.members(ShortId.parse(segment), chosen, mark(bom)));
    }

    static MemberFiles.Mark mark(boolean bom) {
        return bom ? MemberFiles.Mark.WITH : MemberFiles.Mark.WITHOUT;
    }

    static Response file(String name, MemberFiles.Rows rows) {
        StreamingOutput body = rows::to;
        return Response.ok(body, "text/csv; charset=utf-8; header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
