package io.clientele.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user to be.
 *
 * @param scope how far they see, or null for what their roles bring
 * @param password the first password, which nothing keeps or logs
 */
public record NewUser(
        String login, String name, Set<Role> roles, @Nullable Scope scope, @Nullable TeamId team, String password) {
    public NewUser {
        roles = Set.copyOf(roles);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "NewUser[login=" + login + ", name=" + name + ", roles=" + roles + "]";
    }
}
