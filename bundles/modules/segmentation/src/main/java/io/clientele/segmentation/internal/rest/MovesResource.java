package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.rest.PageParams;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.History;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.MoveTable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who came into a segment and who left it, over HTTP. */
@Component(service = MovesResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/moves")
@Produces(MediaType.APPLICATION_JSON)
public final class MovesResource {
    private final History history;

    @Activate
    public MovesResource(@Reference History history) {
        this.history = history;
    }

    /**
     * A coming or a going.
     *
     * @param cause such as {@code event}, {@code definition}, {@code time} or {@code hand}
     */
    public record Move(
            Instant at,
            String customer,
            String name,
            String direction,
            String cause,
            @Nullable String event,
            @Nullable String user) {
        static Move of(MoveTable.Entry entry) {
            Long actor = entry.reason().actor();
            return new Move(
                    entry.at(),
                    ShortId.format(entry.customer()),
                    entry.name(),
                    entry.entered() ? "entered" : "left",
                    entry.reason().kind(),
                    entry.reason().eventType(),
                    actor == null ? null : ShortId.format(actor));
        }
    }

    @GET
    @Requires(Segments.READ)
    public Page<Move> moves(
            @PathParam("segment") String segment,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        Page<MoveTable.Entry> found = history.moves(ShortId.parse(segment), page.limit(), page.cursor());
        return new Page<>(found.items().stream().map(Move::of).toList(), found.next(), null);
    }
}
