package io.clientele.access.internal.store;

import io.clientele.access.Team;
import io.clientele.access.TeamId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity(name = "Team")
@Table(name = "access_team")
class TeamRow {
    @Id
    private long id;

    @Version
    private long version;

    private String name;

    @Column(name = "parent_id")
    private @Nullable Long parent;

    protected TeamRow() {}

    TeamRow(Team team) {
        id = team.id().value();
        write(team);
    }

    final void write(Team team) {
        TeamId above = team.parent();
        name = team.name();
        parent = above == null ? null : above.value();
    }

    Team read() {
        return new Team(new TeamId(id), version, name, parent == null ? null : new TeamId(parent));
    }
}
