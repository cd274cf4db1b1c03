package io.clientele.registry.internal.transfer;

import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user may do and see when this is made. Their work in the background is theirs as long as that stays. */
final class Rights {
    private final Users users;
    private final UserId user;
    private final Optional<Held> before;

    private record Held(boolean active, Set<Role> roles, Scope scope, @Nullable TeamId team) {}

    Rights(Users users, UserId user) {
        this.users = users;
        this.user = user;
        this.before = held();
    }

    private Optional<Held> held() {
        return users.find(user).map(found -> new Held(found.active(), found.roles(), found.scope(), found.team()));
    }

    /** Fails if they have changed. */
    void check() {
        if (!held().equals(before)) {
            throw new ChangedException();
        }
    }

    /** The user may do or see something else by now. */
    static final class ChangedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChangedException() {
            super("What the user may do has changed");
        }
    }
}
