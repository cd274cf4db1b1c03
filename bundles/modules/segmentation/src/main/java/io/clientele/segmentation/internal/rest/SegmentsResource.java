package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.LongRunning;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.History;
import io.clientele.segmentation.internal.Members;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.Segment;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Segments over HTTP. */
@Component(service = SegmentsResource.class)
@JakartarsResource
@Path("/api/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
public final class SegmentsResource {
    private final Segments segments;
    private final Members members;
    private final History history;

    @Activate
    public SegmentsResource(@Reference Segments segments, @Reference Members members, @Reference History history) {
        this.segments = segments;
        this.members = members;
        this.history = history;
    }

    /** A filter to try out. */
    public record Trial(@Nullable String filter) {}

    /** A customer as it is named in an answer. */
    public record Named(String id, String name) {}

    /** What a filter would bring. */
    public record Outlook(long count, List<Named> examples, List<String> facts, boolean timed) {}

    @GET
    @Requires(Segments.READ)
    public Page<SegmentView> list(
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (customer != null) {
            long id = CustomerId.of(customer).value();
            return new Page<>(
                    history.of(id).stream()
                            .map(each -> view(segments.get(each.segment().id())))
                            .toList(),
                    null,
                    null);
        }
        PageParams page = PageParams.of(limit, cursor);
        Page<Segment> found = segments.list(page.cursor() == null ? 0 : cursor(page.cursor()), page.limit());
        return new Page<>(found.items().stream().map(this::view).toList(), found.next(), null);
    }

    @POST
    @LongRunning
    @Requires(Segments.WRITE)
    public Response add(SegmentBody body) {
        SegmentView added = view(segments.add(body.definition()));
        return Created.at("/api/v1/segments/" + added.id(), added);
    }

    @POST
    @Path("preview")
    @Requires(Segments.READ)
    public Outlook preview(Trial trial) {
        if (trial.filter() == null || trial.filter().isBlank()) {
            throw new InvalidInputException("/filter", "Send a filter, such as status==active");
        }
        Members.Preview preview = members.preview(trial.filter());
        List<Named> examples = preview.examples().stream()
                .map(found -> new Named(ShortId.format(found.id()), found.name()))
                .toList();
        return new Outlook(
                preview.count(), examples, preview.facts().stream().sorted().toList(), preview.timed());
    }

    @GET
    @Path("{id}")
    @Requires(Segments.READ)
    public SegmentView get(@PathParam("id") String id) {
        return view(segments.get(ShortId.parse(id)));
    }

    @PUT
    @Path("{id}")
    @LongRunning
    @Requires(Segments.WRITE)
    public SegmentView replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, SegmentBody body) {
        long version = IfMatch.version(ifMatch);
        return view(segments.replace(ShortId.parse(id), version, body.definition()));
    }

    @DELETE
    @Path("{id}")
    @Requires(Segments.WRITE)
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        segments.remove(ShortId.parse(id), IfMatch.version(ifMatch));
    }

    @POST
    @Path("{id}/recompute")
    @LongRunning
    @Requires(Segments.WRITE)
    public SegmentView recompute(@PathParam("id") String id) {
        return view(segments.recompute(ShortId.parse(id)));
    }

    private SegmentView view(Segment segment) {
        return SegmentView.of(segment, members.visible(segment));
    }

    static long cursor(String text) {
        long id = ShortId.parse(text);
        if (id < 0) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
        return id;
    }
}
