package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.grade.GradeParts;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TracesTest {
    @ParameterizedTest
    @EnumSource
    void tells_a_customer_all_that_is_kept_and_forgets_it_with_the_customer(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Traces traces = new Traces(desk.platform);
            desk.core.add(traces);
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.buy(ada, "50", desk.platform.today());
            var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
            GradeParts.spend(desk.grades);
            Segment chosen = desk.segments.add(Desk.list("chosen"));
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.members.put(chosen.id(), List.of(ada.value(), bert.value()));
            desk.core.settle();

            String told = traces.subjectData(ada);
            desk.core.erase(ada);
            desk.core.settle();

            assertThat(told)
                    .contains(
                            "\"segment\":\"chosen\"",
                            "\"segment\":\"active\"",
                            "\"scale\":\"spend\"",
                            "\"money\":\"50");
            assertThat(desk.names(chosen)).containsExactly("Bert");
            assertThat(desk.now(chosen).size()).isEqualTo(1);
            assertThat(desk.now(active).size()).isEqualTo(1);
            assertThat(traces.subjectData(ada))
                    .isEqualTo(
                            "{\"segments\":[],\"former\":[],\"rfm\":[],\"clusters\":[],\"places\":[],\"grades\":[]}");
        }
    }
}
