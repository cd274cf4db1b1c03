package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.BatchedEdits;
import io.clientele.registry.internal.BatchedEdits.Edit;
import io.clientele.registry.internal.CheckedCustomers;
import io.clientele.rest.BodyLimit;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Requires;
import io.clientele.rest.Told;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Changes of many customers at once. */
@Component(service = ChangesResource.class)
@JakartarsResource
@Path("/api/v1/customer-changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChangesResource {
    private static final int BODY_BYTES = 8 * 1024 * 1024;

    private final BatchedEdits edits;

    /** Whom to change, by ids or by a filter, and how. */
    public record Body(@Nullable List<@Nullable String> ids, @Nullable String filter, @Nullable ChangeBody change) {}

    /** What came of it; {@code undo} is what takes it back when it is sent to {@code customer-changes/undo}. */
    public record Answer(int changed, int unchanged, List<Failure> failed, List<FormerBody> undo) {
        static Answer of(int asked, BatchedEdits.Result result) {
            int changed = result.changed().size();
            int failed = result.refused().size();
            return new Answer(
                    changed,
                    asked - changed - failed,
                    result.refused().stream()
                            .map(each -> new Failure(each.customer().toString(), each.reason()))
                            .toList(),
                    result.changed().stream().map(FormerBody::of).toList());
        }
    }

    /** A customer that was not changed. */
    public record Failure(String id, @Told String reason) {}

    /** What is to be taken back: an answer may be sent as it was. */
    @JsonIgnoreProperties({"changed", "unchanged", "failed"})
    public record UndoBody(@Nullable List<@Nullable FormerBody> undo) {}

    @Activate
    public ChangesResource(@Reference BatchedEdits edits) {
        this.edits = edits;
    }

    @POST
    @Requires(CheckedCustomers.WRITE)
    @BodyLimit(BODY_BYTES)
    @LongRunning
    public Answer change(Body body) {
        if ((body.ids() == null) == (body.filter() == null)) {
            throw new InvalidInputException("/ids", "Either ids or a filter says whom to change");
        }
        if (body.change() == null) {
            throw new InvalidInputException("/change", "is missing");
        }
        UnaryOperator<Profile> change = body.change().edit();
        Set<CustomerId> customers =
                new LinkedHashSet<>(body.ids() == null ? edits.matching(body.filter()) : ids(body.ids()));
        List<Edit> all =
                customers.stream().map(id -> new Edit(id, null, change)).toList();
        return Answer.of(all.size(), edits.write(all));
    }

    /** Gives customers back what they had before, save those that somebody has changed since. */
    @POST
    @Path("undo")
    @Requires(CheckedCustomers.WRITE)
    @BodyLimit(BODY_BYTES)
    @LongRunning
    public Answer undo(UndoBody body) {
        List<FormerBody> former = SentList.present(body.undo(), "/undo");
        List<Edit> all = new ArrayList<>(former.size());
        for (int i = 0; i < former.size(); i++) {
            all.add(former.get(i).edit("/undo/" + i));
        }
        if (all.stream().map(Edit::customer).distinct().count() < all.size()) {
            throw new InvalidInputException("/undo", "A customer is named twice");
        }
        return Answer.of(all.size(), edits.write(all));
    }

    private static List<CustomerId> ids(@Nullable List<@Nullable String> sent) {
        List<String> texts = SentList.present(sent, "/ids");
        List<CustomerId> ids = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            ids.add(id(texts.get(i), "/ids/" + i));
        }
        return ids;
    }

    static CustomerId id(String text, String pointer) {
        long id = ShortId.parse(text);
        if (id < 0) {
            throw new InvalidInputException(pointer, text + " is no id");
        }
        return new CustomerId(id);
    }
}
