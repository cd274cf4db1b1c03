package io.clientele.modules.internal.rest;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import io.clientele.modules.AvailableModule;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.InstalledModule;
import io.clientele.modules.ModuleCatalogue;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleChange.Outcome;
import io.clientele.modules.Modules;
import io.clientele.modules.Plan;
import io.clientele.modules.Wish;
import io.clientele.modules.Wish.Downgrade;
import io.clientele.rest.BodyLimit;
import io.clientele.rest.Requires;
import io.clientele.rest.Told;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The modules of this installation. */
@Component(service = ModulesResource.class)
@JakartarsResource
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {
    /** The largest archive and a byte, so that the check answers with its own words. */
    private static final long ARCHIVE_BYTES = (64L << 20) + 1;

    private final Modules modules;

    @Activate
    public ModulesResource(@Reference Modules modules) {
        this.modules = modules;
    }

    /** Which archive, and whether an older version is meant. */
    record Choice(@Nullable String sha256, @Nullable Boolean allowDowngrade) {
        Wish wish(ChangeKind kind, String name) {
            Downgrade downgrade = Boolean.TRUE.equals(allowDowngrade) ? Downgrade.ALLOWED : Downgrade.REFUSED;
            return new Wish(kind, name, sha256, downgrade);
        }
    }

    /** A change that is to be planned. */
    record Question(@Nullable ChangeKind kind, @Nullable String sha256, @Nullable Boolean allowDowngrade) {}

    /** A change as JSON. */
    public record ChangeAnswer(
            String id,
            String module,
            ChangeKind kind,
            @Nullable String from,
            @Nullable String to,
            String step,
            Outcome outcome,
            String by,
            Instant at,
            @Nullable Instant ended,
            @Told @Nullable String detail,
            long awayMillis) {
        static ChangeAnswer of(ModuleChange c) {
            return new ChangeAnswer(
                    ShortId.format(c.id()),
                    c.module(),
                    c.kind(),
                    c.from(),
                    c.to(),
                    c.step(),
                    c.outcome(),
                    c.by(),
                    c.at(),
                    c.ended(),
                    c.detail(),
                    c.awayMillis());
        }
    }

    /** A list of changes. */
    public record ChangeList(List<ChangeAnswer> items) {}

    /** What a purge would drop: rows by table. */
    public record PurgePreview(Map<String, Long> rows) {}

    @GET
    @Requires("modules:read")
    public ModuleCatalogue catalogue() {
        return modules.catalogue();
    }

    @GET
    @Path("changes")
    @Requires("modules:read")
    public ChangeList changes() {
        return new ChangeList(modules.changes().stream().map(ChangeAnswer::of).toList());
    }

    /** Takes an archive under any media type: what it is shows when it is checked, and strangers are turned away before. */
    @POST
    @Path("archives")
    @Requires("modules:admin")
    @BodyLimit(ARCHIVE_BYTES)
    public Response add(InputStream archive) {
        AvailableModule added = modules.add(archive);
        return Response.created(URI.create("/api/v1/modules/" + added.name()))
                .entity(added)
                .build();
    }

    @POST
    @Path("drift/repair")
    @Requires("modules:admin")
    public ModuleCatalogue repair() {
        return modules.repair();
    }

    @POST
    @Path("leaks/check")
    @Requires("modules:admin")
    public ModuleCatalogue checkLeaks() {
        return modules.checkLeaks();
    }

    @GET
    @Path("{name}")
    @Requires("modules:read")
    public InstalledModule find(@PathParam("name") String name) {
        return modules.find(name).orElseThrow(() -> new NotFoundException("module", name));
    }

    @POST
    @Path("{name}/plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("modules:read")
    public Plan plan(@PathParam("name") String name, Question question) {
        ChangeKind kind = Objects.requireNonNullElse(question.kind(), ChangeKind.INSTALL);
        return modules.plan(new Choice(question.sha256(), question.allowDowngrade()).wish(kind, name));
    }

    @POST
    @Path("{name}/install")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("modules:admin")
    public Response install(@PathParam("name") String name, Choice choice) {
        return carryOut(choice.wish(ChangeKind.INSTALL, name));
    }

    @POST
    @Path("{name}/update")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("modules:admin")
    public Response update(@PathParam("name") String name, Choice choice) {
        return carryOut(choice.wish(ChangeKind.UPDATE, name));
    }

    @POST
    @Path("{name}/uninstall")
    @Requires("modules:admin")
    public Response uninstall(@PathParam("name") String name) {
        return carryOut(Wish.of(ChangeKind.UNINSTALL, name));
    }

    @POST
    @Path("{name}/rollback")
    @Requires("modules:admin")
    public Response rollBack(@PathParam("name") String name) {
        return carryOut(Wish.of(ChangeKind.ROLLBACK, name));
    }

    @GET
    @Path("{name}/purge")
    @Requires("modules:read")
    public PurgePreview purgePreview(@PathParam("name") String name) {
        return new PurgePreview(modules.purgePreview(name));
    }

    @POST
    @Path("{name}/purge")
    @Requires("modules:admin")
    public Response purge(@PathParam("name") String name) {
        return carryOut(Wish.of(ChangeKind.PURGE, name));
    }

    @POST
    @Path("{name}/release")
    @Requires("modules:admin")
    public InstalledModule release(@PathParam("name") String name) {
        return modules.release(name);
    }

    private Response carryOut(Wish wish) {
        ModuleChange change = modules.carryOut(wish);
        if (change.outcome() == Outcome.RUNNING) {
            return Response.accepted(ChangeAnswer.of(change)).build();
        }
        if (change.outcome() == Outcome.DONE) {
            return Response.ok(ChangeAnswer.of(change)).build();
        }
        String end = change.outcome() == Outcome.ROLLED_BACK ? "; all is as before" : "";
        throw new ConflictException(
                "module-change-failed",
                String.format(
                        Locale.ROOT,
                        "%s of %s failed: %s%s",
                        change.kind().name().toLowerCase(Locale.ROOT),
                        change.module(),
                        change.detail(),
                        end));
    }
}
