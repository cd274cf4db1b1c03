package io.clientele.access.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.access.Team;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.access.internal.audit.Detail;
import io.clientele.access.internal.store.InvalidationStore;
import io.clientele.access.internal.store.TeamStore;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Ids;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams under the rules: who may write them, and that they stay a tree. */
@Component
public final class RuledTeams implements Teams {
    private static final String READ = "teams:read";
    private static final String ADMIN = "teams:admin";

    /** What teams are kept in. */
    record Parts(
            Transactions transactions,
            TeamStore teams,
            InvalidationStore invalidations,
            StoredAuthenticator authenticator,
            Callers callers,
            Audit audit,
            Ids ids) {}

    private final Parts parts;

    @Activate
    public RuledTeams(
            @Reference Transactions transactions,
            @Reference TeamStore teams,
            @Reference InvalidationStore invalidations,
            @Reference StoredAuthenticator authenticator,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Ids ids) {
        this(new Parts(transactions, teams, invalidations, authenticator, callers, audit, ids));
    }

    RuledTeams(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Optional<Team> find(TeamId id) {
        parts.callers().require(READ);
        return parts.teams().find(id);
    }

    @Override
    public Page<Team> list(int limit, @Nullable String cursor) {
        parts.callers().require(READ);
        return Pages.of(parts.teams().after(Pages.after(cursor), limit + 1), limit, team -> team.id()
                .value());
    }

    @Override
    public Team add(String name, @Nullable TeamId parent) {
        parts.callers().require(ADMIN);
        Team wanted = new Team(new TeamId(parts.ids().next()), 0, name, parent);
        check(wanted);
        return parts.transactions().write(connection -> {
            announce();
            Team added = parts.teams().add(wanted);
            record("access.TeamAdded", added, new Detail().with("name", name).with("parent", parent));
            return added;
        });
    }

    @Override
    public Team update(Team team) {
        parts.callers().require(ADMIN);
        check(team);
        return parts.transactions().write(connection -> {
            // The lock that this takes lets one move of teams happen at a time, so that two cannot make a circle
            // together.
            announce();
            Team before = parts.teams()
                    .find(team.id())
                    .orElseThrow(() -> new NotFoundException("team", team.id().toString()));
            if (before.version() != team.version()) {
                throw PreconditionException.stale();
            }
            if (parts.teams().isWithin(team.parent(), team.id())) {
                throw new ConflictException("team-cycle", "A team cannot stand below itself");
            }
            Team after = parts.teams().update(team);
            Detail difference = new Detail()
                    .changed("name", before.name(), after.name())
                    .changed("parent", before.parent(), after.parent());
            record("access.TeamChanged", after, difference);
            return after;
        });
    }

    private void check(Team team) {
        List<Violation> violations = new ArrayList<>();
        Texts.checkName("/name", team.name(), violations);
        TeamId parent = team.parent();
        if (parent != null && parts.teams().find(parent).isEmpty()) {
            violations.add(new Violation("/parent", "There is no team " + parent));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private void announce() {
        parts.invalidations().announce(InvalidationStore.Kind.TEAMS, "");
        parts.transactions().afterCommit(parts.authenticator()::forgetSoon);
    }

    private void record(String action, Team team, Detail detail) {
        parts.audit().record(new Change(action, "team", team.id().value(), detail.toString()));
    }
}
