package io.clientele.access.internal.store;

import io.clientele.access.Team;
import io.clientele.access.TeamId;
import io.clientele.persistence.Entities;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tree of teams. */
@Component(service = TeamStore.class)
public final class TeamStore {
    private final Entities entities;

    @Activate
    public TeamStore(@Reference(target = "(bundle=io.clientele.access)") Entities entities) {
        this.entities = entities;
    }

    public Optional<Team> find(TeamId id) {
        return entities.read(
                em -> Optional.ofNullable(em.find(TeamRow.class, id.value())).map(TeamRow::read));
    }

    /** At most {@code limit} teams with ids above {@code after}, in the order of ids. */
    public List<Team> after(long after, int limit) {
        return entities.read(em -> em
                .createQuery("select t from Team t where t.id > :after order by t.id", TeamRow.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(TeamRow::read)
                .toList());
    }

    public Team add(Team team) {
        return entities.write(em -> {
            TeamRow row = new TeamRow(team);
            em.persist(row);
            em.flush();
            return row.read();
        });
    }

    /** Writes a team that is there. */
    public Team update(Team team) {
        return entities.write(em -> {
            TeamRow row = em.find(TeamRow.class, team.id().value());
            row.write(team);
            em.flush();
            return row.read();
        });
    }

    /** Whether {@code team} is {@code above} or stands somewhere below it. */
    public boolean isWithin(@Nullable TeamId team, TeamId above) {
        TeamId step = team;
        while (step != null && !step.equals(above)) {
            step = find(step).map(Team::parent).orElse(null);
        }
        return step != null;
    }
}
