package io.clientele.segmentation.internal.rest;

import io.clientele.segmentation.internal.store.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A classification as it is sent. */
public record ClassificationBody(@Nullable String key, @Nullable String name, @Nullable List<RuleBody> rules) {
    public ClassificationBody {
        rules = Given.list(rules);
    }

    /** A rule as it is sent; without a name it is called as its key. */
    public record RuleBody(@Nullable String key, @Nullable String name, @Nullable String filter) {
        Classification.Rule rule() {
            String named = key == null ? "" : key;
            boolean blank = filter == null || filter.isBlank();
            return new Classification.Rule(named, name == null ? named : name, blank ? null : filter);
        }
    }

    Classification classification() {
        return new Classification(
                key == null ? "" : key,
                name == null ? "" : name,
                rules == null ? List.of() : rules.stream().map(RuleBody::rule).toList());
    }
}
