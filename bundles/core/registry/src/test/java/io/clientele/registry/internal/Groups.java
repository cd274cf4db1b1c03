package io.clientele.registry.internal;

import io.clientele.access.Team;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.kernel.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few teams with the ids from 11 on, which are all there are. */
public final class Groups implements Teams {
    private static final int FIRST = 11;
    private static final int PAGE = 2;

    private final List<Team> teams;

    /** Teams with these names. */
    public Groups(String... names) {
        this(names, i -> null);
    }

    private Groups(String[] names, IntFunction<@Nullable TeamId> parents) {
        teams = IntStream.range(0, names.length)
                .mapToObj(i -> new Team(new TeamId(FIRST + i), 1, names[i], parents.apply(i)))
                .toList();
    }

    /** Teams with these names, each below the one before. */
    static Groups nested(String... names) {
        return new Groups(names, i -> i == 0 ? null : new TeamId(FIRST + i - 1));
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return teams.stream().filter(team -> team.id().equals(id)).findFirst();
    }

    @Override
    public Page<Team> list(int limit, @Nullable String cursor) {
        return page(teams, cursor);
    }

    /** Two at a time, so that whoever reads only the first page is found out. */
    static <T> Page<T> page(List<T> all, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + PAGE);
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null, null);
    }

    @Override
    public Team add(String name, @Nullable TeamId parent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Team update(Team team) {
        throw new UnsupportedOperationException();
    }
}
