package io.clientele.modules.internal.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What {@code META-INF/clientele/screens.json} says a module brings to the browser, such as {@code page deals}. The shell leaves out what is
 * wrong; here it is refused, so that whoever made it is told.
 */
final class ScreenList {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILES = "META-INF/clientele/web/";
    private static final int API = 1;
    private static final Set<String> KINDS =
            Set.of("page", "card", "action", "bulkAction", "settings", "command", "widget");
    private static final Set<String> AT_A_PATH = Set.of("page", "settings");
    private static final Set<String> AT_A_PLACE = Set.of("card", "action", "bulkAction", "widget");

    private ScreenList() {}

    /** {@code entries} are the names of all that the archive holds. */
    static SortedSet<String> read(byte[] file, Set<String> entries) {
        JsonNode description = parse(file);
        JsonNode contributions = description.path("contributions");
        if (!contributions.isEmpty() && description.path("api").asInt() != API) {
            throw Refusal.because("screens.json does not say \"api\": " + API);
        }
        for (JsonNode texts : description.path("texts")) {
            if (!entries.contains(FILES + texts.asText())) {
                throw Refusal.because(
                        "screens.json names " + texts.asText() + ", but there is no " + FILES + texts.asText());
            }
        }
        SortedSet<String> screens = new TreeSet<>();
        for (int i = 0; i < contributions.size(); i++) {
            String place = "screens.json, contribution " + (i + 1);
            fault(contributions.path(i), entries).ifPresent(fault -> {
                throw Refusal.because(place + ": " + fault);
            });
            screens.add(contributions.path(i).path("kind").asText() + " "
                    + contributions.path(i).path("name").asText());
        }
        return screens;
    }

    private static Optional<String> fault(JsonNode one, Set<String> entries) {
        String kind = one.path("kind").asText();
        String module = one.path("module").asText();
        if (!KINDS.contains(kind) || one.path("name").asText().isBlank()) {
            return Optional.of("it needs a name, and a kind of " + String.join(", ", new TreeSet<>(KINDS)));
        }
        if (!one.path("title").hasNonNull("en")) {
            return Optional.of("it has no English title");
        }
        if (AT_A_PATH.contains(kind) && !one.hasNonNull("path")) {
            return Optional.of("it has no path");
        }
        if (AT_A_PLACE.contains(kind) && !one.hasNonNull("place")) {
            return Optional.of("it has no place");
        }
        if (module.isEmpty()) {
            return kind.equals("command") && one.hasNonNull("path")
                    ? Optional.empty()
                    : Optional.of("it names no module");
        }
        return entries.contains(FILES + module) ? Optional.empty() : Optional.of("there is no " + FILES + module);
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
