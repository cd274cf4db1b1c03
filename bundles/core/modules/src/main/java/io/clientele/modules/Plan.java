package io.clientele.modules;

import io.clientele.rest.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do; nothing has been touched yet.
 *
 * @param wires the packages that the module has from others, each as {@code package ← bundle}
 * @param migrations that would run, or be taken back
 * @param suspendedFilters what stands still while facts are away
 * @param refreshed the chain of bundles and packages by which others hang on what goes
 * @param refusals why the change would be refused; empty if it may be carried out
 */
public record Plan(
        ChangeKind kind,
        String module,
        @Nullable String from,
        @Nullable String to,
        Difference bundles,
        Difference wires,
        Difference paths,
        Difference screens,
        Difference permissions,
        Difference tables,
        Difference facts,
        List<String> migrations,
        List<String> suspendedFilters,
        List<String> refreshed,
        @Told List<String> refusals) {
    public Plan {
        migrations = List.copyOf(migrations);
        suspendedFilters = List.copyOf(suspendedFilters);
        refreshed = List.copyOf(refreshed);
        refusals = List.copyOf(refusals);
    }
}
