package io.clientele.cli.console;

import java.util.Set;

/** The options a command knows: those that take a value, those that stand alone, and how many plain words. */
public record Syntax(Set<String> valued, Set<String> flags, int words) {
    public Syntax {
        valued = Set.copyOf(valued);
        flags = Set.copyOf(flags);
    }

    public static Syntax of(int words) {
        return new Syntax(Set.of(), Set.of(), words);
    }

    public Syntax values(String... names) {
        return new Syntax(Set.of(names), flags, words);
    }

    public Syntax switches(String... names) {
        return new Syntax(valued, Set.of(names), words);
    }
}
