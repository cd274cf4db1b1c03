package io.clientele.harness;

import io.clientele.access.Team;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.kernel.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There are callers in a test, but no stored teams. */
final class NoTeams implements Teams {
    @Override
    public Optional<Team> find(TeamId id) {
        return Optional.empty();
    }

    @Override
    public Page<Team> list(int limit, @Nullable String cursor) {
        return new Page<>(List.of(), null, null);
    }

    @Override
    public Team add(String name, @Nullable TeamId parent) {
        throw new UnsupportedOperationException("teams are not stored in tests");
    }

    @Override
    public Team update(Team team) {
        throw new UnsupportedOperationException("teams are not stored in tests");
    }
}
