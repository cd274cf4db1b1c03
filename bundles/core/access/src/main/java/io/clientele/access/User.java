package io.clientele.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in.
 *
 * @param version changes with every write
 * @param login what they sign in with; no two users' logins differ by case alone
 * @param team where they belong, or null
 * @param active whether they may sign in; users are never deleted, for others' records name them
 */
public record User(
        UserId id,
        long version,
        String login,
        String name,
        Set<Role> roles,
        Scope scope,
        @Nullable TeamId team,
        boolean active) {
    public User {
        roles = Set.copyOf(roles);
    }
}
