package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.plan.ContactPlan;
import io.clientele.segmentation.internal.plan.ContactReach;
import io.clientele.segmentation.internal.plan.MemberFiles;
import io.clientele.segmentation.internal.plan.Said;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who of a segment can be approached, when, how and with what, over HTTP. */
@Component(service = PlanResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/plan")
@Produces(MediaType.APPLICATION_JSON)
public final class PlanResource {
    private final ContactPlan plan;
    private final ContactReach reach;
    private final MemberFiles files;

    @Activate
    public PlanResource(@Reference ContactPlan plan, @Reference ContactReach reach, @Reference MemberFiles files) {
        this.plan = plan;
        this.reach = reach;
        this.files = files;
    }

    /** A piece of content as it is named in an answer. */
    public record Named(String key, String title) {}

    /**
     * A member and how to approach it, as it is answered.
     *
     * @param content what is said; null if nothing suits
     * @param why the tag by which it was chosen; null if it is for everybody
     */
    public record View(
            String customer,
            String name,
            String channel,
            @Nullable String contact,
            List<String> channels,
            Instant from,
            Instant until,
            String timeZone,
            boolean timeZoneKnown,
            boolean preferred,
            @Nullable Named content,
            @Nullable String why) {
        static View of(ContactPlan.Planned planned) {
            Said said = planned.said();
            return new View(
                    ShortId.format(planned.customer()),
                    planned.name(),
                    planned.channel(),
                    planned.contact(),
                    planned.channels(),
                    planned.from(),
                    planned.until(),
                    planned.timeZone(),
                    planned.timeZoneKnown(),
                    planned.preferred(),
                    said == null ? null : new Named(said.key(), said.title()),
                    said == null ? null : said.why());
        }
    }

    /** A member who cannot be approached, as it is answered. */
    public record LeftOut(String customer, String name, List<ContactPlan.Closed> reasons) {
        static LeftOut of(ContactPlan.LeftOut left) {
            return new LeftOut(ShortId.format(left.customer()), left.name(), left.reasons());
        }
    }

    @GET
    @Requires(Segments.READ)
    public Page<View> plan(
            @PathParam("segment") String segment,
            @QueryParam("channels") @Nullable String channels,
            @BeanParam Listing listing) {
        Page<ContactPlan.Planned> page = plan.plan(ShortId.parse(segment), channels, listing.of(null));
        return new Page<>(page.items().stream().map(View::of).toList(), page.next(), page.total());
    }

    @GET
    @Path("left-out")
    @Requires(Segments.READ)
    public Page<LeftOut> leftOut(
            @PathParam("segment") String segment,
            @QueryParam("channels") @Nullable String channels,
            @BeanParam Listing listing) {
        Page<ContactPlan.LeftOut> page = plan.leftOut(ShortId.parse(segment), channels, listing.of(null));
        return new Page<>(page.items().stream().map(LeftOut::of).toList(), page.next(), page.total());
    }

    @GET
    @Path("reach")
    @LongRunning
    @Requires(Segments.READ)
    public ContactReach.Reach reach(@PathParam("segment") String segment) {
        return reach.of(ShortId.parse(segment));
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @LongRunning
    @Requires(MemberFiles.EXPORT)
    public Response export(
            @PathParam("segment") String segment,
            @QueryParam("channels") @Nullable String channels,
            @QueryParam("bom") @DefaultValue("false") boolean bom) {
        return ExportResource.file("plan.csv", files.plan(ShortId.parse(segment), channels, ExportResource.mark(bom)));
    }
}
