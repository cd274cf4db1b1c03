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

class WholeCustomersTest {
    private static Desk open(TestDatabase kind) {
        Desk desk = new Desk(kind);
        desk.core.add(new WholeCustomers(desk.platform, desk.known, desk.rfm));
        return desk;
    }

    @ParameterizedTest
    @EnumSource
    void lists_rules_and_history_follow_a_merge_and_go_back(TestDatabase kind) {
        try (Desk desk = open(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId twin = desk.customer("Adele", Status.PROSPECT);
            Segment mine = desk.segments.add(Desk.list("mine"));
            Segment both = desk.segments.add(Desk.list("both"));
            Segment prospects = desk.segments.add(Desk.rule("prospects", "status==prospect"));
            Segment chosen = desk.segments.add(Desk.rule("chosen", "segment.mine==true"));
            desk.members.put(mine.id(), List.of(twin.value()));
            desk.members.put(both.id(), List.of(ada.value(), twin.value()));
            desk.core.settle();

            desk.core.merge(ada, twin);
            desk.core.settle();
            List<String> inMine = desk.names(mine);
            List<String> inBoth = desk.names(both);
            List<String> inProspects = desk.names(prospects);
            List<String> inChosen = desk.names(chosen);
            long sizes = desk.now(mine).size()
                    + desk.now(both).size()
                    + desk.now(prospects).size();
            long stays = desk.history.moves(prospects.id(), 10, null).items().size();
            desk.core.unmerge(ada, twin);
            desk.core.settle();

            assertThat(inMine).containsExactly("Ada");
            assertThat(inBoth).containsExactly("Ada");
            assertThat(inProspects).isEmpty();
            assertThat(inChosen).containsExactly("Ada");
            assertThat(sizes).isEqualTo(2);
            assertThat(stays).isEqualTo(2);
            assertThat(desk.names(mine)).containsExactly("Adele");
            assertThat(desk.names(both)).containsExactly("Ada", "Adele");
            assertThat(desk.names(prospects)).containsExactly("Adele");
            assertThat(desk.names(chosen)).containsExactly("Adele");
            assertThat(desk.now(both).size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_a_customer_all_that_is_kept_and_forgets_it_with_the_customer(TestDatabase kind) {
        try (Desk desk = open(kind)) {
            WholeCustomers part = new WholeCustomers(desk.platform, desk.known, desk.rfm);
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.buy(ada, "50", desk.platform.today());
            var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
            GradeParts.spend(desk.grades);
            Segment chosen = desk.segments.add(Desk.list("chosen"));
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.members.put(chosen.id(), List.of(ada.value(), bert.value()));
            desk.core.settle();

            String told = part.subjectData(ada);
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
            assertThat(part.subjectData(ada))
                    .isEqualTo(
                            "{\"segments\":[],\"former\":[],\"rfm\":[],\"clusters\":[],\"places\":[],\"grades\":[]}");
        }
    }
}
