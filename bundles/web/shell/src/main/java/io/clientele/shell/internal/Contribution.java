package io.clientele.shell.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a bundle adds to the screens, as {@code docs/guide/screens.md} has it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Contribution(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String path,
        @Nullable String place,
        @Nullable String module,
        @Nullable Map<String, String> title,
        @Nullable Map<String, String> keywords,
        @Nullable String icon,
        @Nullable String group,
        @Nullable Integer order,
        @Nullable String permission) {
    private static final Set<String> KINDS =
            Set.of("page", "card", "action", "bulkAction", "settings", "command", "widget");
    private static final Set<String> AT_A_PATH = Set.of("page", "settings");
    private static final Set<String> AT_A_PLACE = Set.of("card", "action", "bulkAction", "widget");

    /** What is wrong with it, or null. */
    @Nullable
    String fault(Set<String> files) {
        if (kind == null || !KINDS.contains(kind)) {
            return "its kind is " + kind + ", which is none of " + KINDS;
        }
        if (name == null || title == null || !title.containsKey("en")) {
            return "it has no name or no English title";
        }
        if (AT_A_PATH.contains(kind) && path == null) {
            return "it has no path";
        }
        if (AT_A_PLACE.contains(kind) && place == null) {
            return "it has no place";
        }
        if (module == null && !(kind.equals("command") && path != null)) {
            return "it names no module";
        }
        return module == null || files.contains(module) ? null : "there is no file " + module;
    }
}
