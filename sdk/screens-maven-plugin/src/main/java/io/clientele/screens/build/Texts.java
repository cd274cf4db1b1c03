package io.clientele.screens.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what is missing in the texts of screens: a key in one of the languages, or in all of them. */
final class Texts {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A key that is written out where a text is asked for. */
    private static final Pattern USE = Pattern.compile("(?<![\\w.])(?:this\\.)?(?:context\\.)?t\\('([a-z][\\w.]*)'");

    private Texts() {}

    /** What is wrong with files that are to have the same keys, and those that {@code scripts} ask for. */
    static List<String> faults(List<Path> languages, Collection<Path> scripts) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> all = new TreeSet<>(uses(scripts));
        for (Path language : languages) {
            all.addAll(keys(language));
        }
        for (Path language : languages) {
            Set<String> missing = new TreeSet<>(all);
            missing.removeAll(keys(language));
            missing.forEach(key -> faults.add(language + " has no " + key));
        }
        return faults;
    }

    private static Set<String> keys(Path file) throws IOException {
        JsonNode texts = JSON.readTree(file.toFile());
        Set<String> keys = new TreeSet<>();
        texts.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> uses(Collection<Path> scripts) throws IOException {
        Set<String> uses = new TreeSet<>();
        for (Path script : scripts) {
            USE.matcher(Files.readString(script))
                    .results()
                    .map((MatchResult use) -> use.group(1))
                    .forEach(uses::add);
        }
        return uses;
    }
}
