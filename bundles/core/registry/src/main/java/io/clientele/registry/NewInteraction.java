package io.clientele.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interaction to be recorded.
 *
 * @param channel such as {@code phone} or {@code wechat}
 * @param people who took part, by name
 * @param outcome in a few words
 */
public record NewInteraction(
        InteractionKind kind,
        Direction direction,
        @Nullable String channel,
        Instant occurredAt,
        List<String> people,
        @Nullable String outcome,
        @Nullable String text) {
    public NewInteraction {
        people = List.copyOf(people);
    }
}
