package io.clientele.console.internal;

import java.util.List;
import java.util.stream.Stream;

/** What was typed behind a command: words, and switches that begin with two dashes. */
final class Words {
    private final String command;
    private final List<String> words;
    private final List<String> switches;

    Words(String command, Stream<String> typed) {
        List<String> all = typed.toList();
        this.command = command;
        this.words = all.stream().filter(word -> !word.startsWith("--")).toList();
        this.switches = all.stream().filter(word -> word.startsWith("--")).toList();
    }

    /** The one word there must be. */
    String only(String meaning) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("crm:module-" + command + " takes " + meaning);
        }
        return words.get(0);
    }

    boolean has(String name) {
        return switches.contains(name);
    }
}
