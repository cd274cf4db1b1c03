package io.clientele.segmentation.internal.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.harness.Staff;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.Told;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.segmentation.internal.rfm.SummaryFacts;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradesTest {
    private static final Band COSTLY = new Band("D", "Costs more than it brings", null);

    private static Scale spend(Method method, @Nullable Double a, @Nullable Double b) {
        List<Band> bands = List.of(new Band("A", "Gold", a), new Band("B", "Silver", b), new Band("C", "Bronze", null));
        return new Scale("spend", "Spend", "rfm.money", method, .05, bands, COSTLY);
    }

    private static Desk shop(TestDatabase kind) {
        Desk desk = new Desk(kind);
        var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
        return desk;
    }

    @ParameterizedTest
    @EnumSource
    void grades_follow_what_customers_buy_with_a_margin_and_move_segments(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            Told told = new Told();
            desk.core.add(told, "segmentation.GradeChanged");
            LocalDate today = desk.platform.today();
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.customer("Cleo", Status.ACTIVE);
            desk.buy(ada, "900", today);
            desk.buy(bert, "150", today);
            desk.core.settle();
            KeptScale spend = desk.grades.add(spend(Method.FIXED, 1_000.0, 200.0));
            Segment gold = desk.segments().add(Desk.rule("gold", "grade.spend==A"));

            desk.buy(ada, "120", today);
            desk.buy(bert, "60", today);
            desk.core.settle();

            assertThat(desk.found("grade.spend==B"))
                    .as("1,020 is within the margin")
                    .containsExactly("Ada", "Bert");
            assertThat(desk.found("grade.spend=null=true")).containsExactly("Cleo");

            desk.buy(ada, "30", today);
            desk.core.settle();

            assertThat(spend.status()).isEqualTo(KeptScale.Status.OK);
            assertThat(desk.found("grade.spend==A")).containsExactly("Ada");
            assertThat(desk.names(gold)).containsExactly("Ada");
            assertThat(told.details("segmentation.GradeChanged"))
                    .contains("{\"scale\":\"spend\",\"from\":\"B\",\"to\":\"A\"}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_brings_nothing_is_a_grade_of_its_own(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            LocalDate today = desk.platform.today();
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.buy(ada, "300", today);
            desk.buy(ada, "-300", today.minusDays(1));
            desk.core.settle();

            KeptScale spend = desk.grades.add(spend(Method.FIXED, 1_000.0, 200.0));

            GradeHistory history = new GradeHistory(desk.platform, desk.grades);
            assertThat(desk.found("grade.spend==D")).containsExactly("Ada");
            assertThat(history.structure(spend.id()).bands().get(3))
                    .isEqualTo(new GradeHistory.Holding("D", "Costs more than it brings", 1, 1, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_what_a_customer_of_each_band_brings(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            desk.buy(desk.customer("Ada", Status.ACTIVE), "1500", desk.platform.today());
            desk.buy(desk.customer("Alan", Status.ACTIVE), "1100", desk.platform.today());
            desk.buy(desk.customer("Bert", Status.ACTIVE), "100", desk.platform.today());
            desk.core.settle();
            long spend = desk.grades.add(spend(Method.FIXED, 1_000.0, 200.0)).id();

            GradeHistory history = new GradeHistory(desk.platform, desk.grades);

            assertThat(history.means(spend)).containsExactly(0.0, 1_300.0, 0.0, 100.0, 0.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_who_carries_the_business_and_how_customers_moved(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now().minus(Duration.ofDays(10)));
        try (Desk desk = new Desk(kind, clock)) {
            var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
            LocalDate first = desk.platform.today();
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.buy(ada, "300", first.minusDays(1));
            desk.buy(bert, "100", first.minusDays(1));
            desk.core.settle();
            KeptScale spend = desk.grades.add(spend(Method.FIXED, 1_000.0, 200.0));

            clock.forward(Duration.ofDays(5));
            desk.buy(ada, "1200", first);
            desk.core.settle();

            GradeHistory history = new GradeHistory(desk.platform, desk.grades);
            assertThat(history.structure(spend.id()).bands().get(0))
                    .isEqualTo(new GradeHistory.Holding("A", "Gold", 1, .5, 1_500, .9375));
            GradeHistory.Migration moves = history.moves(spend.id(), first, first.plusDays(5));
            assertThat(moves.bands()).containsExactly(null, "A", "B", "C", "D");
            assertThat(moves.counts()[2][1]).as("Ada from B to A").isEqualTo(1);
            assertThat(moves.counts()[3][3]).as("Bert stays in C").isEqualTo(1);
            assertThat(history.moves(spend.id(), first.minusDays(2), first).counts()[0][2])
                    .isEqualTo(1);
            List<GradeHistory.Day> curve = history.curve(spend.id());
            assertThat(curve).hasSize(6);
            assertThat(curve.get(0).bands()).isEqualTo(Map.of("A", 0L, "B", 1L, "C", 1L, "D", 0L));
            assertThat(curve.get(5).bands()).isEqualTo(Map.of("A", 1L, "B", 0L, "C", 1L, "D", 0L));
            assertThat(history.of(spend.id(), ada.value()))
                    .extracting(GradeHistory.Stay::band)
                    .containsExactly("A", "B");
            assertThat(history.of(ada.value()).get(0).band()).isEqualTo("A");
            assertThat(desk.core.as(Staff.agent(7), () -> history.of(ada.value())))
                    .isEmpty();
            assertThat(desk.core.<Long>as(
                            Staff.agent(7), () -> history.structure(spend.id()).customers()))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void compares_customers_only_if_there_are_enough_and_cuts_anew_at_night(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now());
        try (Desk desk = new Desk(kind, clock)) {
            var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
            LocalDate today = desk.platform.today();
            CustomerId first = desk.customer("Customer 0", Status.ACTIVE);
            desk.buy(first, "1", today);
            desk.core.settle();
            KeptScale few = desk.grades.add(spend(Method.PERCENTILE, .2, .5));
            assertThat(few.status()).isEqualTo(KeptScale.Status.LOW_DATA);
            assertThat(desk.found("grade.spend=null=false")).isEmpty();

            for (int i = 2; i <= 30; i++) {
                desk.buy(desk.customer("Customer " + i, Status.ACTIVE), String.valueOf(i), today);
            }
            desk.core.settle();
            clock.forward(Duration.ofDays(1));
            Instant due = desk.platform.now();
            boolean scored = desk.platform.asSystem(() -> desk.grader.step(due));
            boolean graded = desk.platform.asSystem(() -> desk.grader.step(due));
            boolean more = desk.platform.asSystem(() -> desk.grader.step(desk.platform.now()));

            assertThat(List.of(scored, graded, more)).containsExactly(true, true, false);
            assertThat(desk.rfm.current().scoredOn()).isEqualTo(desk.platform.today());
            assertThat(desk.grades.get(few.id()).cuts()).containsExactly(25.0, 16.0);
            assertThat(desk.found("grade.spend==A")).hasSize(6);
            assertThat(desk.found("grade.spend==B")).hasSize(9);
            assertThat(desk.found("grade.spend==C")).hasSize(15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_cuts_that_were_found_to_those_who_see_all_customers(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            for (int i = 1; i <= 30; i++) {
                desk.buy(desk.customer("Customer " + i, Status.ACTIVE), String.valueOf(i), desk.platform.today());
            }
            desk.core.settle();
            Caller agent = Staff.agent(7);

            KeptScale added = desk.core.as(agent, () -> desk.grades.add(spend(Method.PERCENTILE, .2, .5)));
            KeptScale run = desk.core.as(agent, () -> desk.grades.run(added.id()));
            KeptScale changed =
                    desk.core.as(agent, () -> desk.grades.replace(added.id(), 1, spend(Method.PERCENTILE, .2, .5)));

            assertThat(desk.grades.get(added.id()).cuts()).containsExactly(25.0, 16.0);
            assertThat(desk.found("grade.spend==A")).hasSize(6);
            assertThat(List.of(added, run, changed, desk.core.as(agent, () -> desk.grades.get(added.id()))))
                    .allSatisfy(kept -> assertThat(kept.cuts()).isEmpty())
                    .allSatisfy(kept -> assertThat(kept.status()).isEqualTo(KeptScale.Status.OK));
            assertThat(desk.core.as(agent, desk.grades::list))
                    .extracting(KeptScale::cuts)
                    .containsExactly(List.of());
            assertThat(desk.core
                            .as(agent, () -> desk.grades.replace(added.id(), 2, spend(Method.FIXED, 20.0, 5.0)))
                            .cuts())
                    .containsExactly(20.0, 5.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void customers_who_are_all_the_same_are_not_compared(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            for (int i = 1; i <= 30; i++) {
                desk.buy(desk.customer("Customer " + i, Status.ACTIVE), "10", desk.platform.today());
            }
            desk.core.settle();

            for (Method method : List.of(Method.PERCENTILE, Method.SHARE)) {
                KeptScale same = desk.grades.add(new Scale(
                        "same_" + method.code(),
                        "Same",
                        "rfm.money",
                        method,
                        0,
                        spend(method, .2, .5).bands(),
                        null));
                assertThat(same.status()).isEqualTo(KeptScale.Status.LOW_DATA);
            }
            assertThat(desk.grades.add(spend(Method.FIXED, 20.0, 5.0)).status()).isEqualTo(KeptScale.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void grades_rest_while_their_fact_is_away(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            FactSource value = new Worth();
            desk.core.add(value);
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.buy(ada, "300", desk.platform.today());
            desk.core.settle();
            List<Band> bands = List.of(new Band("high", "High", 1.0), new Band("low", "Low", null));
            KeptScale worth = desk.grades.add(new Scale("worth", "Worth", "value.worth", Method.FIXED, 0, bands, null));

            desk.core.remove(value);
            desk.platform.asSystem(() -> judged(desk));

            assertThat(desk.grades.get(worth.id()).status()).isEqualTo(KeptScale.Status.SUSPENDED);
            assertThat(desk.found("grade.worth==high")).containsExactly("Ada");

            desk.core.add(value);
            desk.platform.asSystem(() -> judged(desk));

            assertThat(desk.grades.get(worth.id()).status()).isEqualTo(KeptScale.Status.OK);
        }
    }

    private static boolean judged(Desk desk) {
        desk.grader.judge();
        return true;
    }

    @ParameterizedTest
    @EnumSource
    void a_new_definition_grades_everybody_afresh_and_drops_bands_that_went(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.buy(ada, "300", desk.platform.today());
            desk.core.settle();
            KeptScale spend = desk.grades.add(spend(Method.FIXED, 1_000.0, 200.0));
            List<Band> bands = List.of(new Band("top", "Top", 301.0), new Band("rest", "Rest", null));

            KeptScale other = desk.grades.replace(
                    spend.id(), 1, new Scale("spend", "Spend", "rfm.money", Method.FIXED, .5, bands, null));

            assertThat(other.version()).isEqualTo(2);
            assertThat(desk.found("grade.spend==rest")).containsExactly("Ada");
            assertThat(new GradeHistory(desk.platform, desk.grades).of(spend.id(), ada.value()))
                    .extracting(GradeHistory.Stay::band)
                    .containsExactly("rest", "B");
            assertThatThrownBy(() -> desk.grades.replace(spend.id(), 1, spend(Method.FIXED, 2.0, 1.0)))
                    .isInstanceOf(PreconditionException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_what_makes_no_sense_and_to_remove_what_is_in_use(TestDatabase kind) {
        try (Desk desk = shop(kind)) {
            KeptScale spend = desk.grades.add(spend(Method.FIXED, 1_000.0, 200.0));
            Segment gold = desk.segments().add(Desk.rule("gold", "grade.spend==A"));

            assertThatThrownBy(() -> desk.grades.add(spend(Method.FIXED, 2.0, 1.0)))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> desk.grades.add(spend(Method.PERCENTILE, .5, .2)))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> desk.grades.add(spend(Method.BREAKS, .5, .2)))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> desk.grades.remove(spend.id(), 1)).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> desk.core.as(Staff.AUDITOR, () -> desk.grades.add(spend(Method.FIXED, 2.0, 1.0))))
                    .isInstanceOf(ForbiddenException.class);

            desk.segments().remove(gold.id(), 1);
            desk.grades.remove(spend.id(), 1);

            assertThat(desk.grades.list()).isEmpty();
            assertThatThrownBy(() -> desk.found("grade.spend==A")).isInstanceOf(InvalidInputException.class);
        }
    }

    /** The same column as a fact of another module. */
    private static final class Worth implements FactSource {
        private final SummaryFacts summaries = new SummaryFacts();

        @Override
        public String table() {
            return summaries.table();
        }

        @Override
        public String customerColumn() {
            return summaries.customerColumn();
        }

        @Override
        public Cardinality cardinality() {
            return Cardinality.ONE;
        }

        @Override
        public List<FactColumn> columns() {
            return List.of(FactColumn.of("value.worth", FactType.NUMBER, "money", Map.of("en", "Worth")));
        }
    }
}
