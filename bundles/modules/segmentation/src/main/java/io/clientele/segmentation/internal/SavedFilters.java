package io.clientele.segmentation.internal;

import io.clientele.modules.spi.FilterUse;
import io.clientele.segmentation.internal.store.Segment;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which segments a change of modules would suspend. */
@Component
public final class SavedFilters implements FilterUse {
    private final KnownSegments known;

    @Activate
    public SavedFilters(@Reference KnownSegments known) {
        this.known = known;
    }

    @Override
    public List<String> naming(Set<String> facts) {
        return known.refresh().segments().stream()
                .filter(segment -> segment.facts().stream().anyMatch(facts::contains))
                .map(SavedFilters::title)
                .toList();
    }

    private static String title(Segment segment) {
        return "segment " + segment.definition().name() + " (" + segment.key() + ")";
    }
}
