package io.clientele.access.internal.store;

import io.clientele.access.UserId;
import io.clientele.persistence.Entities;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** API tokens, by the hashes of their secrets. */
@Component(service = TokenStore.class)
public final class TokenStore {
    private final Entities entities;

    @Activate
    public TokenStore(@Reference(target = "(bundle=io.clientele.access)") Entities entities) {
        this.entities = entities;
    }

    /** At most {@code limit} tokens of a user with ids above {@code after}, in the order of ids. */
    public List<ApiToken> after(UserId user, long after, int limit) {
        return entities.read(em -> em
                .createQuery(
                        "select t from Token t where t.user = :user and t.id > :after order by t.id", TokenRow.class)
                .setParameter("user", user.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(TokenRow::read)
                .toList());
    }

    public void add(ApiToken token, String hash) {
        entities.write(em -> {
            em.persist(new TokenRow(token, hash));
            em.flush();
            return token;
        });
    }

    /** Removes a token of {@code user}; the hash of its secret if it was there. */
    public Optional<String> remove(UserId user, long id) {
        return entities.write(em -> {
            TokenRow row = em.find(TokenRow.class, id);
            if (row == null || !row.read().user().equals(user)) {
                return Optional.empty();
            }
            em.remove(row);
            em.flush();
            return Optional.of(row.hash());
        });
    }
}
