package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.access.TeamId;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.internal.store.Keyset;
import io.clientele.registry.internal.store.SavedView;
import io.clientele.registry.internal.store.SavedView.Content;
import io.clientele.registry.internal.store.SavedView.Sharing;
import io.clientele.registry.internal.store.ViewTable;
import io.clientele.registry.internal.store.ViewTable.Sight;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The views that the caller saved and those that others share with them; any other answers like one that does not exist. Only its owner
 * writes a view. Safe for use by many threads.
 */
@Component(service = SavedViews.class)
public final class SavedViews {
    static final int MOST = 200;
    private static final int MOST_COLUMNS = 30;

    private final Platform platform;
    private final Assignments assignments;

    @Activate
    public SavedViews(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.assignments = foundation.assignments();
    }

    /** Views in the order in which they were added. */
    public Page<SavedView> list(int limit, @Nullable String cursor) {
        Sight sight = sight(caller());
        long after = Keyset.ascending(cursor).id();
        List<SavedView> found = platform.transactions()
                .read(connection -> ViewTable.page(connection, sight, after, Pages.bounded(limit) + 1));
        return Pages.of(found, limit, view -> new Keyset(0, view.id()));
    }

    public SavedView find(long id) {
        return visible(id, sight(caller()));
    }

    /** Saves a view for the caller, who has {@link #MOST} at the most. */
    public SavedView add(Content content) {
        Caller caller = caller();
        Content checked = checked(content);
        TeamId team = shareable(checked, caller);
        return platform.transactions().write(connection -> {
            if (ViewTable.count(connection, caller.user()) >= MOST) {
                throw new ConflictException("too-many-views", "Nobody saves more than " + MOST + " views");
            }
            SavedView view = new SavedView(platform.ids().next(), 1, caller.user(), checked);
            ViewTable.insert(connection, view, team);
            platform.audit().record(change("registry.ViewAdded", view));
            return view;
        });
    }

    /** Writes {@code content} in place of what was read in {@code version}. */
    public SavedView replace(long id, long version, Content content) {
        Caller caller = caller();
        Content checked = checked(content);
        TeamId team = shareable(checked, caller);
        return platform.transactions().write(connection -> {
            SavedView before = own(id, caller);
            SavedView after = new SavedView(id, version + 1, before.owner(), checked);
            if (!ViewTable.update(connection, after, version, team)) {
                throw PreconditionException.stale();
            }
            platform.audit().record(change("registry.ViewChanged", after));
            return after;
        });
    }

    /** Removes what was read in {@code version}. */
    public void remove(long id, long version) {
        Caller caller = caller();
        platform.transactions().write(connection -> {
            SavedView view = own(id, caller);
            if (!ViewTable.delete(connection, id, version)) {
                throw PreconditionException.stale();
            }
            platform.audit().record(change("registry.ViewRemoved", view));
            return view;
        });
    }

    private Caller caller() {
        return platform.callers().require(CheckedCustomers.READ);
    }

    private Sight sight(Caller caller) {
        Set<TeamId> teams = new HashSet<>(caller.teams());
        TeamId own = assignments.team(caller);
        if (own != null) {
            teams.addAll(assignments.upwards(own));
        }
        return new Sight(caller.user(), teams);
    }

    private SavedView visible(long id, Sight sight) {
        return platform.transactions()
                .read(connection -> ViewTable.find(connection, sight, id))
                .orElseThrow(() -> new NotFoundException("view", "of this id"));
    }

    private SavedView own(long id, Caller caller) {
        SavedView view = visible(id, sight(caller));
        if (!view.owner().equals(caller.user())) {
            throw new ForbiddenException("views:own, which only the owner of a view has");
        }
        return view;
    }

    private static Content checked(Content content) {
        Faults faults = new Faults();
        String name = faults.required(TextRules.line(content.name(), "/name", 100, faults), "/name");
        String filter = TextRules.line(content.filter(), "/filter", 4_000, faults);
        String sort = TextRules.line(content.sort(), "/sort", 500, faults);
        if (content.columns().size() > MOST_COLUMNS) {
            faults.add("/columns", "are more than " + MOST_COLUMNS);
        }
        if (content.columns().stream().anyMatch(column -> column.isEmpty() || column.length() > 100)) {
            faults.add("/columns", "are names of facts");
        }
        faults.raise();
        return new Content(
                name == null ? "" : name,
                filter == null ? "" : filter,
                sort == null ? "" : sort,
                content.columns(),
                content.shared());
    }

    /** Whoever changes nothing for others shares nothing with them either. */
    private @Nullable TeamId shareable(Content content, Caller caller) {
        if (content.shared() != Sharing.NOBODY) {
            platform.callers().require(CheckedCustomers.WRITE);
        }
        if (content.shared() != Sharing.TEAM) {
            return null;
        }
        TeamId team = assignments.team(caller);
        if (team == null) {
            Faults faults = new Faults();
            faults.add("/shared", "You belong to no team");
            faults.raise();
        }
        return team;
    }

    private static Change change(String action, SavedView view) {
        return new Change(
                action,
                "view",
                view.id(),
                "{\"shared\":\"" + view.content().shared().code() + "\"}");
    }
}
