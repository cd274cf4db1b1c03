package io.clientele.facts.internal;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws from pools. */
record Picker(Random random) {
    <T> T of(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    boolean chance() {
        return random.nextBoolean();
    }

    /** Up to three different texts. */
    Set<String> several(List<String> pool) {
        Set<String> some = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(of(pool));
        }
        return some;
    }

    /** Gives the fact a value in two cases of three. */
    void sometimes(Map<String, List<Object>> facts, String fact, List<?> pool) {
        if (random.nextInt(3) > 0) {
            facts.put(fact, List.of(of(pool)));
        }
    }
}
