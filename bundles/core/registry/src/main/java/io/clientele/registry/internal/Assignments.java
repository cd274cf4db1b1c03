package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Team;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.access.Visibility;
import io.clientele.registry.Profile;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may give a customer to whom. Owner and team must exist. Nobody may put a customer out of their own sight, save those who may import
 * ({@link #HAND_OVER}): a customer given away by mistake could not even be asked back.
 */
public final class Assignments {
    /** The permission to give customers to people and teams beyond one's own sight. */
    static final String HAND_OVER = "customers:import";

    private final Function<UserId, Optional<User>> users;
    private final Function<TeamId, Optional<Team>> teams;

    public Assignments(Users users, Teams teams) {
        this(users::find, teams::find);
    }

    private Assignments(Function<UserId, Optional<User>> users, Function<TeamId, Optional<Team>> teams) {
        this.users = users;
        this.teams = teams;
    }

    /** The same rules for one batch: each user and team is looked up once. For one thread. */
    Assignments remembering() {
        Map<UserId, Optional<User>> knownUsers = new HashMap<>();
        Map<TeamId, Optional<Team>> knownTeams = new HashMap<>();
        return new Assignments(
                id -> knownUsers.computeIfAbsent(id, users), id -> knownTeams.computeIfAbsent(id, teams));
    }

    /** The profile of a new customer: without owner and team it is the caller's. */
    Profile initial(Profile profile, Caller caller) {
        if (profile.owner() != null || profile.team() != null || isSystem(caller)) {
            return profile;
        }
        return profile.assigned(caller.user(), team(caller));
    }

    private static boolean isSystem(Caller caller) {
        return caller.user().value() == 0;
    }

    /** The team that the caller belongs to. */
    @Nullable
    TeamId team(Caller caller) {
        if (caller.teams().size() <= 1) {
            return caller.teams().isEmpty() ? null : caller.teams().iterator().next();
        }
        // Of several teams in sight only the user's row tells which is their own.
        return users.apply(caller.user()).map(User::team).orElse(null);
    }

    /** The teams above {@code team}, and itself. */
    Set<TeamId> upwards(TeamId team) {
        Set<TeamId> line = new LinkedHashSet<>();
        for (TeamId next = team; next != null && line.add(next); ) {
            next = teams.apply(next).map(Team::parent).orElse(null);
        }
        return line;
    }

    /** Records a fault if {@code after} may not follow {@code before}, which is null for a new customer. */
    public void check(@Nullable Profile before, Profile after, Caller caller, Faults faults) {
        UserId owner = after.owner();
        TeamId team = after.team();
        boolean sameOwner = before != null && Objects.equals(owner, before.owner());
        boolean sameTeam = before != null && Objects.equals(team, before.team());
        if (owner != null
                && !sameOwner
                && !owner.equals(caller.user())
                && users.apply(owner).isEmpty()) {
            faults.add("/owner", "There is no user " + owner);
        }
        if (team != null
                && !sameTeam
                && !caller.teams().contains(team)
                && teams.apply(team).isEmpty()) {
            faults.add("/team", "There is no team " + team);
        }
        if (!(sameOwner && sameTeam) && !caller.may(HAND_OVER) && !isVisible(after, caller)) {
            faults.add("/owner", "would put the customer out of your sight");
        }
    }

    private static boolean isVisible(Profile profile, Caller caller) {
        return Visibility.of(caller)
                .fold(
                        () -> true,
                        some -> some.owner().equals(profile.owner())
                                || (profile.team() != null && some.teams().contains(profile.team())));
    }
}
