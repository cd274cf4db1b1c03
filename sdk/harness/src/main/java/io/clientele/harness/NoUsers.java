package io.clientele.harness;

import io.clientele.access.NewUser;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.kernel.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There are callers in a test, but no stored users. */
final class NoUsers implements Users {
    @Override
    public Optional<User> find(UserId id) {
        return Optional.empty();
    }

    @Override
    public Page<User> list(int limit, @Nullable String cursor) {
        return new Page<>(List.of(), null, null);
    }

    @Override
    public User add(NewUser user) {
        throw new UnsupportedOperationException("users are not stored in tests");
    }

    @Override
    public User update(User user) {
        throw new UnsupportedOperationException("users are not stored in tests");
    }

    @Override
    public User update(User user, String password) {
        throw new UnsupportedOperationException("users are not stored in tests");
    }
}
