package io.clientele.rest.internal;

import java.util.ArrayList;
import java.util.List;

/** Tables that others took the place of, each kept until nobody is inside it any more. For one thread at a time. */
final class RetiredGenerations {
    private final List<Generation> generations = new ArrayList<>();

    void add(Generation generation) {
        generations.add(generation);
    }

    /** Destroys those that nobody is inside; returns whether others are left. */
    boolean destroyLeft() {
        generations.removeIf(generation -> {
            boolean empty = generation.visitors().isEmpty();
            if (empty) {
                generation.destroy();
            }
            return empty;
        });
        return !generations.isEmpty();
    }

    /** Destroys all, after waiting a while for those inside. */
    void destroyAll() {
        for (Generation generation : generations) {
            generation.visitors().awaitNobody("routes that are gone");
            generation.destroy();
        }
        generations.clear();
    }
}
