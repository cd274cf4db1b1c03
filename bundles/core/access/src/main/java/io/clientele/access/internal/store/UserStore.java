package io.clientele.access.internal.store;

import io.clientele.access.Role;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.persistence.Entities;
import io.clientele.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users and the hashes of their passwords. */
@Component(service = UserStore.class)
public final class UserStore {
    /** A user with the hash that their password is compared with. */
    public record Kept(User user, String passwordHash) {}

    private final Entities entities;
    private final Transactions transactions;

    @Activate
    public UserStore(
            @Reference(target = "(bundle=io.clientele.access)") Entities entities,
            @Reference Transactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** Whether there is anybody at all. */
    public boolean isEmpty() {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select 1 from access_user limit 1");
                    ResultSet row = query.executeQuery()) {
                return !row.next();
            }
        });
    }

    public Optional<User> find(UserId id) {
        return entities.read(
                em -> Optional.ofNullable(em.find(UserRow.class, id.value())).map(UserRow::read));
    }

    /** The user who signs in with {@code login}, in whatever case. */
    public Optional<Kept> signingIn(String login) {
        return entities.read(em -> em.createQuery("select u from User u where u.loginKey = :key", UserRow.class)
                .setParameter("key", UserRow.key(login))
                .getResultStream()
                .findFirst()
                .map(UserStore::kept));
    }

    /** The user with the hash of their password. */
    public Optional<Kept> kept(UserId id) {
        return entities.read(
                em -> Optional.ofNullable(em.find(UserRow.class, id.value())).map(UserStore::kept));
    }

    /** At most {@code limit} users with ids above {@code after}, in the order of ids. */
    public List<User> after(long after, int limit) {
        return entities.read(em -> em
                .createQuery("select u from User u where u.id > :after order by u.id", UserRow.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(UserRow::read)
                .toList());
    }

    /** Adds a user; fails with {@link io.clientele.persistence.DuplicateKeyException} if another has the login. */
    public User add(User user, String passwordHash) {
        return entities.write(em -> {
            UserRow row = new UserRow(user, passwordHash);
            em.persist(row);
            em.flush();
            return row.read();
        });
    }

    /** Writes a user who is there. */
    public User update(User user) {
        return entities.write(em -> {
            UserRow row = em.find(UserRow.class, user.id().value());
            row.write(user);
            em.flush();
            return row.read();
        });
    }

    /** Gives a user who is there a password. */
    public User update(UserId id, String passwordHash) {
        return entities.write(em -> {
            UserRow row = em.find(UserRow.class, id.value());
            row.passwordHash(passwordHash);
            em.flush();
            return row.read();
        });
    }

    /** Puts a hash of the same password in the place of another, which is no change that anybody sees. */
    public void rehash(UserId id, String before, String after) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update access_user set password_hash = ? where id = ? and password_hash = ?")) {
                update.setString(1, after);
                update.setLong(2, id.value());
                update.setString(3, before);
                return update.executeUpdate();
            }
        });
    }

    /** Whether an active administrator would be left without {@code id}. */
    public boolean hasAdministratorBeside(UserId id) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select 1 from access_user where active and id <> ? and roles like ? limit 1")) {
                query.setLong(1, id.value());
                // No other role's name holds this one.
                query.setString(2, "%" + Role.ADMIN.name() + "%");
                try (ResultSet row = query.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private static Kept kept(UserRow row) {
        return new Kept(row.read(), row.passwordHash());
    }
}
