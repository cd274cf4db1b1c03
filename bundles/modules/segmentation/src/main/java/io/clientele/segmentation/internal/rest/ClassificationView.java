package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.Versioned;
import io.clientele.segmentation.internal.store.Classification;
import io.clientele.segmentation.internal.store.ClassificationTable;
import io.clientele.segmentation.internal.store.Definition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A classification as it is answered. */
public record ClassificationView(String id, long version, String key, String name, List<RuleView> rules)
        implements Versioned {
    /**
     * A rule and its class.
     *
     * @param segment the id of the segment that the class is
     * @param fact what is true of those in it, in filters
     */
    public record RuleView(String key, String name, @Nullable String filter, String segment, String fact) {}

    static ClassificationView of(ClassificationTable.Kept kept) {
        Classification classification = kept.classification();
        List<RuleView> rules = new ArrayList<>();
        for (int i = 0; i < kept.segments().size(); i++) {
            Classification.Rule rule = classification.rules().get(i);
            rules.add(new RuleView(
                    rule.key(),
                    rule.name(),
                    rule.filter(),
                    ShortId.format(kept.segments().get(i)),
                    Definition.FACTS + classification.segmentKey(rule)));
        }
        return new ClassificationView(
                ShortId.format(kept.id()), kept.version(), classification.key(), classification.name(), rules);
    }
}
