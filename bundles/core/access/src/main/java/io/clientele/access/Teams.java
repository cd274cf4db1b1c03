package io.clientele.access;

import io.clientele.kernel.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The teams, a tree. Reading needs {@code teams:read}, writing {@code teams:admin}. Safe for use by many threads. */
@ProviderType
public interface Teams {
    Optional<Team> find(TeamId id);

    /** Teams in the order they were added. */
    Page<Team> list(int limit, @Nullable String cursor);

    /** Adds a team below {@code parent}, or at the top. */
    Team add(String name, @Nullable TeamId parent);

    /**
     * Writes {@code team} unless it changed since the version it carries; moving it moves everything below. Fails with {@code team-cycle}
     * if it would come to stand below itself.
     */
    Team update(Team team);
}
