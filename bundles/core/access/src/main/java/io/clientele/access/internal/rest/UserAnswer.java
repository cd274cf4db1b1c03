package io.clientele.access.internal.rest;

import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.TeamId;
import io.clientele.access.User;
import io.clientele.rest.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as JSON. */
public record UserAnswer(
        String id,
        long version,
        String login,
        String name,
        List<Role> roles,
        Scope scope,
        @Nullable String team,
        boolean active)
        implements Versioned {
    static UserAnswer of(User user) {
        TeamId team = user.team();
        return new UserAnswer(
                user.id().toString(),
                user.version(),
                user.login(),
                user.name(),
                user.roles().stream().sorted().toList(),
                user.scope(),
                team == null ? null : team.toString(),
                user.active());
    }
}
