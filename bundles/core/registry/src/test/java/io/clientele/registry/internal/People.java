package io.clientele.registry.internal;

import io.clientele.access.NewUser;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.kernel.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users 1 to 9, who are all there is. */
final class People implements Users {
    @Override
    public Optional<User> find(UserId id) {
        return id.value() < 1 || id.value() > 9
                ? Optional.empty()
                : Optional.of(new User(id, 1, "user" + id.value(), "User", Set.of(Role.AGENT), Scope.OWN, null, true));
    }

    @Override
    public Page<User> list(int limit, @Nullable String cursor) {
        return new Page<>(List.of(), null, null);
    }

    @Override
    public User add(NewUser user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public User update(User user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public User update(User user, String password) {
        throw new UnsupportedOperationException();
    }
}
