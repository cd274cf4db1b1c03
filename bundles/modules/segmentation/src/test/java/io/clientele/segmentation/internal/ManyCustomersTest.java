package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.segmentation.internal.store.Classification;
import io.clientele.segmentation.internal.store.Classification.Rule;
import io.clientele.segmentation.internal.store.ClassificationTable.Kept;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** So many that a statement which compares each customer with each other would run into the limit of its time. */
class ManyCustomersTest {
    private static final int CUSTOMERS = 40_000;

    @ParameterizedTest
    @EnumSource
    void are_put_in_and_out_at_once(TestDatabase kind) {
        try (Desk desk = Crowd.of(kind, CUSTOMERS)) {
            Segment segment = desk.segments.add(Desk.rule("even", "status==active"));
            long even = segment.size();
            Segment odd = desk.segments.replace(segment.id(), segment.version(), Desk.rule("even", "status!=active"));
            Segment rest = desk.segments.add(Desk.rule("rest", "segment.even==false"));

            assertThat(even).isEqualTo(CUSTOMERS / 2);
            assertThat(odd.size()).isEqualTo(CUSTOMERS / 2);
            assertThat(rest.size()).isEqualTo(CUSTOMERS / 2);
            assertThat(desk.found("segment.even==false;segment.rest==false")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_divided_into_classes(TestDatabase kind) {
        try (Desk desk = Crowd.of(kind, CUSTOMERS)) {
            Rule active = new Rule("active", "Active", "status==active");
            Rule named = new Rule("named", "Named", "name==C1*");
            Rule rest = new Rule("rest", "The rest", null);
            Classifications classifications = new Classifications(desk.platform, desk.known, desk.upkeep);

            Kept kept = classifications.add(new Classification("value", "Value", List.of(active, named, rest)));
            Kept turned = classifications.replace(
                    kept.id(), kept.version(), new Classification("value", "Value", List.of(named, active, rest)));
            List<String> keys = turned.classification().rules().stream()
                    .map(turned.classification()::segmentKey)
                    .toList();
            Overlaps.Division division = new Overlaps(desk.platform, desk.known).of(keys);

            assertThat(division.customers()).isEqualTo(CUSTOMERS);
            assertThat(division.nobody()).isZero();
            assertThat(division.several()).isZero();
        }
    }
}
