package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Members;
import io.clientele.segmentation.internal.Segments;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who is in a segment, over HTTP. */
@Component(service = MembersResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/members")
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {
    private static final int MOST = 100_000;

    private final Members members;

    @Activate
    public MembersResource(@Reference Members members) {
        this.members = members;
    }

    /** A member as it is answered. */
    public record View(String id, String name, @Nullable Instant since) {
        static View of(Members.Member member) {
            return new View(ShortId.format(member.id()), member.name(), member.since());
        }
    }

    /** Whom to put into a list: these customers, or those who match now. */
    public record Additions(@Nullable List<String> customers, @Nullable String filter) {
        public Additions {
            customers = Given.list(customers);
        }
    }

    /** How many were put in that were not in. */
    public record Added(long added) {}

    @GET
    @Requires(Segments.READ)
    public Page<View> list(
            @PathParam("segment") String segment,
            @QueryParam("filter") @Nullable String filter,
            @BeanParam Listing listing) {
        Page<Members.Member> found = members.list(ShortId.parse(segment), listing.of(filter));
        return new Page<>(found.items().stream().map(View::of).toList(), found.next(), found.total());
    }

    @POST
    @LongRunning
    @Requires(Segments.WRITE)
    public Added put(@PathParam("segment") String segment, Additions additions) {
        long id = ShortId.parse(segment);
        if ((additions.filter() == null) == (additions.customers() == null)) {
            throw new InvalidInputException("/customers", "Send customers or a filter");
        }
        return new Added(
                additions.filter() != null
                        ? members.put(id, additions.filter())
                        : members.put(id, ids(additions.customers())));
    }

    /** A file with the id of a customer in the first column of each line; a first line without one is a heading. */
    @POST
    @Consumes({"text/csv", "text/plain"})
    @LongRunning
    @Requires(Segments.WRITE)
    public Added upload(@PathParam("segment") String segment, String file) {
        List<String> texts = new ArrayList<>();
        boolean first = true;
        for (String line : file.split("\\R", -1)) {
            String cell = line.split("[,;\t]", 2)[0].strip();
            String text = cell.startsWith("\"") && cell.endsWith("\"") && cell.length() > 1
                    ? cell.substring(1, cell.length() - 1)
                    : cell;
            boolean heading = first && ShortId.parse(text) < 0;
            if (!text.isEmpty() && !heading) {
                texts.add(text);
            }
            first &= text.isEmpty();
        }
        return new Added(members.put(ShortId.parse(segment), ids(texts)));
    }

    @DELETE
    @Path("{customer}")
    @Requires(Segments.WRITE)
    public void remove(@PathParam("segment") String segment, @PathParam("customer") String customer) {
        boolean unused =
                members.remove(ShortId.parse(segment), CustomerId.of(customer).value());
    }

    private static List<Long> ids(@Nullable List<String> texts) {
        if (texts == null || texts.size() > MOST) {
            throw new InvalidInputException("/customers", "Send at most " + MOST + " customers at once");
        }
        List<Long> ids = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            long id = ShortId.parse(texts.get(i));
            if (id < 0) {
                throw new InvalidInputException("/customers/" + i, "This is no id of a customer");
            }
            ids.add(id);
        }
        return ids;
    }
}
