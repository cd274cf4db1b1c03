package io.clientele.access;

import java.util.Set;

/**
 * Somebody at work: a user, or the system itself.
 *
 * @param teams the user's team and every team below it; empty for a user without a team
 */
public record Caller(UserId user, String login, Set<Role> roles, Scope scope, Set<TeamId> teams) {
    public Caller {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    /** Whether any role brings {@code permission}. */
    public boolean may(String permission) {
        return roles.stream().anyMatch(role -> role.grants(permission));
    }
}
