package io.clientele.console.internal;

import io.clientele.modules.AvailableModule;
import io.clientele.modules.Difference;
import io.clientele.modules.Drift;
import io.clientele.modules.InstalledModule;
import io.clientele.modules.ModuleCatalogue;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleRepository;
import io.clientele.modules.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells in lines of text what the module life cycle answers. */
final class Sentences {
    private Sentences() {}

    static String of(ModuleCatalogue catalogue) {
        return (catalogue.developmentMode() ? "DEVELOPMENT MODE: modules that nobody signed are taken\n" : "")
                + lines(catalogue.installed(), Sentences::of)
                + lines(catalogue.available(), Sentences::of)
                + lines(troubled(catalogue), Sentences::of)
                + lines(catalogue.drift(), Sentences::of);
    }

    static String of(InstalledModule module) {
        String reason = module.reason() == null ? "" : ": " + module.reason();
        return row(module.name(), module.version(), word(module.state()) + reason)
                + module.leaked().stream().map(leak -> "\n  leaked: " + leak).collect(Collectors.joining());
    }

    private static String of(AvailableModule module) {
        return row(module.name(), module.version(), "available");
    }

    private static List<ModuleRepository> troubled(ModuleCatalogue catalogue) {
        return catalogue.repositories().stream()
                .filter(repository -> repository.problem() != null)
                .toList();
    }

    private static String of(ModuleRepository repository) {
        return "repository " + repository.address() + ": " + repository.problem();
    }

    private static String of(Drift drift) {
        return "drift: " + drift.module() + " " + drift.detail();
    }

    static String of(ModuleChange change) {
        return heading(change.kind(), change.module(), change.from(), change.to())
                + ": " + word(change.outcome()) + ", its paths were away for " + change.awayMillis() + " ms"
                + (change.detail() == null ? "" : "; " + change.detail());
    }

    static String of(Plan plan) {
        return heading(plan.kind(), plan.module(), plan.from(), plan.to()) + "\n"
                + difference("bundles", plan.bundles())
                + difference("paths", plan.paths())
                + difference("screens", plan.screens())
                + difference("permissions", plan.permissions())
                + difference("tables", plan.tables())
                + difference("facts", plan.facts())
                + lines(plan.migrations(), item -> "  migrates " + item)
                + lines(plan.suspendedFilters(), item -> "  suspends " + item)
                + lines(plan.refreshed(), item -> "  refreshes " + item)
                + lines(plan.refusals(), item -> "REFUSED: " + item);
    }

    /** Counts of rows, by table. */
    static String ofRows(Map<String, Long> rows) {
        return lines(
                List.copyOf(new TreeMap<>(rows).entrySet()),
                entry -> String.format(Locale.ROOT, "%,d rows in %s", entry.getValue(), entry.getKey()));
    }

    private static String heading(Enum<?> kind, String module, @Nullable String from, @Nullable String to) {
        return word(kind) + " " + module + " " + Objects.requireNonNullElse(from, "-") + " -> "
                + Objects.requireNonNullElse(to, "-");
    }

    private static String difference(String what, Difference difference) {
        return lines(difference.appear(), item -> "  + " + what + " " + item)
                + lines(difference.go(), item -> "  - " + what + " " + item);
    }

    private static String row(String name, String version, String state) {
        return String.format("%-16s %-12s %s", name, version, state);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <T> String lines(List<T> items, Function<T, String> line) {
        return items.stream().map(item -> line.apply(item) + "\n").collect(Collectors.joining());
    }
}
