package io.clientele.modules.internal.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What {@code META-INF/clientele/screens.json} says a module brings to the browser, such as {@code page deals}. */
final class ScreenList {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KINDS =
            Set.of("page", "card", "action", "bulkAction", "settings", "command", "widget");

    private ScreenList() {}

    static SortedSet<String> read(byte[] file) {
        JsonNode contributions = parse(file).path("contributions");
        SortedSet<String> screens = new TreeSet<>();
        for (int i = 0; i < contributions.size(); i++) {
            String kind = contributions.path(i).path("kind").asText();
            String name = contributions.path(i).path("name").asText();
            if (!KINDS.contains(kind) || name.isBlank()) {
                throw Refusal.because("screens.json, contribution " + (i + 1) + ": it needs a name, and a kind of "
                        + String.join(", ", new TreeSet<>(KINDS)));
            }
            screens.add(kind + " " + name);
        }
        return screens;
    }

    private static JsonNode parse(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw Refusal.because("screens.json is not JSON: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
