package io.clientele.registry.internal.rest;

import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.registry.internal.SavedViews;
import io.clientele.registry.internal.store.SavedView;
import io.clientele.registry.internal.store.SavedView.Content;
import io.clientele.registry.internal.store.SavedView.Sharing;
import io.clientele.rest.IfMatch;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import io.clientele.rest.Versioned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Saved lists of customers. */
@Component(service = ViewsResource.class)
@JakartarsResource
@Path("/api/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ViewsResource {
    private final SavedViews views;

    /**
     * A view as it is sent; what only the registry says may stand in it and is ignored.
     *
     * @param shared {@code nobody} if it is missing
     */
    public record Body(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String owner,
            @Nullable String name,
            @Nullable String filter,
            @Nullable String sort,
            @Nullable List<@Nullable String> columns,
            @Nullable Sharing shared) {
        Content content() {
            return new Content(
                    name == null ? "" : name,
                    filter == null ? "" : filter,
                    sort == null ? "" : sort,
                    SentList.present(columns, "/columns"),
                    shared == null ? Sharing.NOBODY : shared);
        }
    }

    /** A view as it is answered. */
    public record View(
            String id,
            long version,
            String owner,
            String name,
            String filter,
            String sort,
            List<String> columns,
            Sharing shared)
            implements Versioned {
        static View of(SavedView view) {
            Content content = view.content();
            return new View(
                    ShortId.format(view.id()),
                    view.version(),
                    view.owner().toString(),
                    content.name(),
                    content.filter(),
                    content.sort(),
                    content.columns(),
                    content.shared());
        }
    }

    @Activate
    public ViewsResource(@Reference SavedViews views) {
        this.views = views;
    }

    @GET
    @Requires(CheckedCustomers.READ)
    public Page<View> list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<SavedView> found = views.list(page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), null);
    }

    @GET
    @Path("{id}")
    @Requires(CheckedCustomers.READ)
    public View read(@PathParam("id") String id) {
        return View.of(views.find(number(id)));
    }

    @POST
    @Requires(CheckedCustomers.READ)
    public Response add(Body body) {
        View added = View.of(views.add(body.content()));
        return Response.created(URI.create("/api/v1/views/" + added.id()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("{id}")
    @Requires(CheckedCustomers.READ)
    public View replace(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        return View.of(views.replace(number(id), IfMatch.version(ifMatch), body.content()));
    }

    @DELETE
    @Path("{id}")
    @Requires(CheckedCustomers.READ)
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        views.remove(number(id), IfMatch.version(ifMatch));
    }

    private static long number(String id) {
        long number = ShortId.parse(id);
        if (number < 0) {
            throw new NotFoundException("view", id);
        }
        return number;
    }
}
