package io.clientele.registry.spi;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.registry.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of customers that went from one owner to another, or to a team.
 *
 * @param user who owns them now, or null if a team got them
 * @param team the team that got them, or null if a user did
 */
public record HandedOver(UserId from, @Nullable UserId user, @Nullable TeamId team, List<CustomerId> customers) {
    public HandedOver {
        customers = List.copyOf(customers);
    }
}
