package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Classifications;
import io.clientele.segmentation.internal.Divisions;
import io.clientele.segmentation.internal.Segments;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Divisions of customers by ordered rules, over HTTP. */
@Component(service = ClassificationsResource.class)
@JakartarsResource
@Path("/api/v1/classifications")
@Produces(MediaType.APPLICATION_JSON)
public final class ClassificationsResource {
    private final Classifications classifications;
    private final Divisions divisions;

    @Activate
    public ClassificationsResource(@Reference Classifications classifications, @Reference Divisions divisions) {
        this.classifications = classifications;
        this.divisions = divisions;
    }

    /** All classifications. */
    public record All(List<ClassificationView> items) {}

    @GET
    @Requires(Segments.READ)
    public All list() {
        return new All(
                classifications.list().stream().map(ClassificationView::of).toList());
    }

    @POST
    @LongRunning
    @Requires(Segments.WRITE)
    public Response add(ClassificationBody body) {
        ClassificationView added = ClassificationView.of(classifications.add(body.classification()));
        return Created.at("/api/v1/classifications/" + added.id(), added);
    }

    @GET
    @Path("{id}")
    @Requires(Segments.READ)
    public ClassificationView get(@PathParam("id") String id) {
        return ClassificationView.of(classifications.get(ShortId.parse(id)));
    }

    @PUT
    @Path("{id}")
    @LongRunning
    @Requires(Segments.WRITE)
    public ClassificationView replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ClassificationBody body) {
        return ClassificationView.of(
                classifications.replace(ShortId.parse(id), IfMatch.version(ifMatch), body.classification()));
    }

    @DELETE
    @Path("{id}")
    @LongRunning
    @Requires(Segments.WRITE)
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        classifications.remove(ShortId.parse(id), IfMatch.version(ifMatch));
    }

    /** Where the rules overlap, and which never come to their turn. */
    @GET
    @Path("{id}/division")
    @LongRunning
    @Requires(Segments.READ)
    public Divisions.Division division(@PathParam("id") String id) {
        return divisions.of(ShortId.parse(id));
    }
}
