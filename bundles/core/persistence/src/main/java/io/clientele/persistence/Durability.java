package io.clientele.persistence;

import java.util.Locale;

/** What an acknowledged write survives. PostgreSQL is durable by its own settings; the choice is about the embedded H2. */
public enum Durability {
    /** The loss of the process and of power: every commit waits for the disk, sharing the wait with those that commit beside it. */
    DURABLE,
    /** Nothing is promised: the embedded database writes when it likes. For imports that can be repeated, and for tests. */
    FAST;

    /** The word in configuration and in {@code /health}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word}; anything else is refused rather than taken for one of the two. */
    public static Durability of(String word) {
        for (Durability each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("durability is neither durable nor fast: " + word);
    }
}
