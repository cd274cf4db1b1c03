package io.clientele.registry.internal.transfer;

import io.clientele.rest.BodyLimit;
import io.clientele.rest.EventStream;
import io.clientele.rest.Requires;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Files to be imported. */
@Component(service = ImportsResource.class)
@JakartarsResource
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    /** Beyond the largest file that may be configured; the configured limit answers with its own words. */
    private static final long ANY_FILE = 1L << 40;

    private final Imports imports;

    @Activate
    public ImportsResource(@Reference Transfer transfer) {
        this.imports = transfer.imports();
    }

    /** What the sender says about the file, as far as it does. */
    public static final class Said {
        @QueryParam("kind")
        @DefaultValue("customers")
        private String kind = "customers";

        @QueryParam("name")
        @DefaultValue("file.csv")
        private String name = "file.csv";

        @QueryParam("encoding")
        private @Nullable String encoding;

        @QueryParam("delimiter")
        private @Nullable String delimiter;

        @QueryParam("header")
        private @Nullable Boolean header;
    }

    /** Whether a run only tells what it would do. */
    record Run(boolean dryRun) {}

    /** A list of imports. */
    record Items(List<ImportView> items) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Requires("customers:import")
    @BodyLimit(ANY_FILE)
    public Response upload(@BeanParam Said said, InputStream body) {
        ImportGuess.Said layout = new ImportGuess.Said(said.encoding, said.delimiter, said.header);
        ImportView view = imports.upload(Imports.kind(said.kind), said.name, layout, body);
        return Response.created(URI.create("/api/v1/imports/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Requires("customers:import")
    public Items newest() {
        return new Items(imports.newest());
    }

    @GET
    @Path("{id}")
    @Requires("customers:import")
    public ImportView find(@PathParam("id") String id) {
        return imports.find(Imports.id(id));
    }

    @PUT
    @Path("{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("customers:import")
    public ImportView understand(@PathParam("id") String id, ImportEdit edit) {
        return imports.understand(Imports.id(id), edit);
    }

    @POST
    @Path("{id}/run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("customers:import")
    public Response run(@PathParam("id") String id, Run run) {
        return Response.accepted(imports.run(Imports.id(id), run.dryRun())).build();
    }

    @DELETE
    @Path("{id}")
    @Requires("customers:import")
    public void forget(@PathParam("id") String id) {
        imports.forget(Imports.id(id));
    }

    @GET
    @Path("{id}/errors")
    @Produces("text/csv")
    @Requires("customers:import")
    public Response errors(@PathParam("id") String id) {
        java.nio.file.Path errors = imports.errors(Imports.id(id));
        StreamingOutput rows = out -> Files.copy(errors, out);
        return Response.ok(rows, "text/csv; charset=utf-8; header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .build();
    }

    @GET
    @Path("{id}/events")
    @Produces("text/event-stream")
    @Requires("customers:import")
    public EventStream events(@PathParam("id") String id) {
        long key = Imports.id(id);
        imports.find(key);
        return EventStream.of(sink -> imports.follow(key, sink));
    }
}
