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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few users with the ids from 1 on, who are all there are. */
public class People implements Users {
    private final List<User> users;
    private final AtomicInteger pages = new AtomicInteger();

    /** The users 1 to 9, called user1 to user9. */
    public People() {
        this(IntStream.rangeClosed(1, 9).mapToObj(id -> "user" + id).toArray(String[]::new));
    }

    /** Users with these logins. */
    public People(String... logins) {
        users = IntStream.range(0, logins.length)
                .mapToObj(i ->
                        new User(new UserId(i + 1), 1, logins[i], "User", Set.of(Role.AGENT), Scope.OWN, null, true))
                .toList();
    }

    @Override
    public Optional<User> find(UserId id) {
        return users.stream().filter(user -> user.id().equals(id)).findFirst();
    }

    /** Pages of two, so that whoever reads only the first is found out. */
    @Override
    public Page<User> list(int limit, @Nullable String cursor) {
        pages.incrementAndGet();
        return Groups.page(users, cursor);
    }

    /** How many pages of users have been read. */
    public int pages() {
        return pages.get();
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
