package io.clientele.access.internal.rest;

import io.clientele.access.NewUser;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.kernel.InvalidInputException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user to write.
 *
 * @param id what was read may be sent back; the address and If-Match decide
 * @param version likewise
 * @param password needed for a new user; for another, null leaves it as it is
 */
public record UserInput(
        @Nullable String id,
        @Nullable Long version,
        @NotNull String login,
        @NotNull String name,
        @NotEmpty @Size(max = 10) List<@NotNull Role> roles,
        @Nullable Scope scope,
        @Nullable String team,
        @Nullable Boolean active,
        @Nullable @Size(max = 2000) String password) {
    NewUser added() {
        if (password == null) {
            throw new InvalidInputException("/password", "A new user needs a password");
        }
        if (active != null && !active) {
            throw new InvalidInputException("/active", "A new user is active; disable them afterwards");
        }
        return new NewUser(login, name, Set.copyOf(roles), scope, Ids.team("/team", team), password);
    }

    User changed(UserId user, long versionRead) {
        if (scope == null) {
            throw new InvalidInputException("/scope", "Say how far the user sees: own, team or all");
        }
        if (active == null) {
            throw new InvalidInputException("/active", "Say whether the user is active: true or false");
        }
        return new User(user, versionRead, login, name, Set.copyOf(roles), scope, Ids.team("/team", team), active);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "UserInput[login=" + login + ", name=" + name + ", roles=" + roles + "]";
    }
}
