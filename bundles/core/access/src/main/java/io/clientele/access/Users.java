package io.clientele.access;

import io.clientele.kernel.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The users. Reading needs {@code users:read}, writing {@code users:admin}. Safe for use by many threads. */
@ProviderType
public interface Users {
    Optional<User> find(UserId id);

    /** Users in the order they were added. */
    Page<User> list(int limit, @Nullable String cursor);

    /** Adds a user; fails with {@code login-taken} if another has the login. */
    User add(NewUser user);

    /**
     * Writes {@code user} unless it changed since the version it carries. What they may do and see changes at once here, and within three
     * seconds on other nodes. Fails with {@code last-administrator} if nobody could administer users afterwards.
     */
    User update(User user);

    /** Writes {@code user} as {@link #update(User)} does and gives them a password, which ends all their sessions. */
    User update(User user, String password);
}
