package io.clientele.segmentation.internal.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Change;
import io.clientele.harness.Staff;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RfmTest {
    private static RfmSettings fixed() {
        RfmSettings.Thresholds thresholds =
                new RfmSettings.Thresholds(List.of(30.0, 10.0), List.of(2.0, 3.0), List.of(50.0, 100.0));
        return new RfmSettings(
                Scoring.FIXED,
                3,
                "EUR",
                null,
                false,
                new RfmSettings.Triple(3, 2, 1),
                thresholds,
                List.of(new RfmSettings.Group(
                        "best",
                        Map.of("en", "Best"),
                        new RfmSettings.Span(3, 3),
                        new RfmSettings.Span(3, 3),
                        new RfmSettings.Span(1, 9))));
    }

    @ParameterizedTest
    @EnumSource
    void sums_up_what_was_bought_before_and_scores_it(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            LocalDate today = desk.platform.today();
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.customer("Cleo", Status.ACTIVE);
            desk.buy(ada, "60", today);
            desk.buy(ada, "60", today.minusDays(1));
            desk.buy(ada, "5", today.minusDays(1));
            desk.buy(ada, "7", today.minusDays(40));
            desk.buy(bert, "10", today.minusDays(20));

            Rfm.Run run = desk.rfm.define(fixed(), 0);

            assertThat(run).isEqualTo(new Rfm.Run(today, 2, 2, true, 0));
            assertThat(desk.found("rfm.frequency==3;rfm.money==132;rfm.last==P0D"))
                    .containsExactly("Ada");
            assertThat(desk.found("rfm.cell==333;rfm.composite==18;rfm.group==best"))
                    .containsExactly("Ada");
            assertThat(desk.found("rfm.cell==211;rfm.group==other")).containsExactly("Bert");
            assertThat(desk.found("rfm.cell=null=true")).containsExactly("Cleo");
            assertThat(desk.rfm.current().scoredOn()).isEqualTo(today);
            RfmGrid grid = new RfmGrid(desk.platform);
            assertThat(grid.cells())
                    .containsExactly(new RfmGrid.Cell(2, 1, "other", 1, 10), new RfmGrid.Cell(3, 3, "best", 1, 132));
            assertThat(grid.of(bert.value()))
                    .isEqualTo(new RfmGrid.Standing(today.minusDays(20), 1, 10, 2, 1, 1, 9, "other"));
            assertThat(desk.core.as(Staff.agent(7), grid::cells)).isEmpty();
            assertThatThrownBy(() -> desk.core.as(Staff.agent(7), () -> grid.of(bert.value())))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void does_not_tell_an_agent_how_many_were_scored(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            LocalDate today = desk.platform.today();
            desk.buy(desk.customer("Ada", Status.ACTIVE), "60", today);

            Rfm.Run defined = desk.core.as(Staff.agent(7), () -> desk.rfm.define(fixed(), 0));
            Rfm.Run scored = desk.core.as(Staff.agent(7), desk.rfm::score);

            assertThat(List.of(defined, scored)).containsOnly(new Rfm.Run(today, null, null, true, null));
            assertThat(desk.rfm.score()).isEqualTo(new Rfm.Run(today, 1, 0, true, null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_the_sums_with_every_purchase_and_segments_with_them(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            LocalDate today = desk.platform.today();
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.rfm.define(fixed(), 0);
            Segment frequent = desk.segments().add(Desk.rule("frequent", "rfm.frequency=ge=2"));

            desk.buy(ada, "10", today);
            desk.buy(ada, "10", today.minusDays(9));
            desk.core.settle();

            assertThat(desk.names(frequent)).containsExactly("Ada");

            Rfm.Run run = desk.rfm.score();

            assertThat(run.changed()).isEqualTo(1);
            assertThat(desk.found("rfm.cell==321")).containsExactly("Ada");
            assertThat(desk.rfm.rebuild().changed()).isZero();
            assertThat(desk.found("rfm.frequency==2;rfm.money==20")).containsExactly("Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgets_the_scores_of_those_who_gave_everything_back(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.buy(ada, "10", desk.platform.today());
            desk.buy(bert, "10", desk.platform.today());
            desk.rfm.define(fixed(), 0);
            assertThat(desk.found("rfm.cell=null=false")).containsExactly("Ada", "Bert");

            desk.buy(ada, "-20", desk.platform.today());
            desk.core.settle();
            desk.rfm.score();

            assertThat(desk.found("rfm.cell=null=false")).containsExactly("Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_with_purchases_of_any_amount(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            LocalDate today = desk.platform.today();
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.buy(ada, "5000000000000", today);
            desk.rfm.define(fixed(), 0);
            Segment rich = desk.segments().add(Desk.rule("rich", "rfm.money=ge=10000000000000"));

            desk.buy(ada, "10000000000000", today.minusDays(1));
            desk.buy(bert, "999999999999999", today);
            desk.core.settle();

            assertThat(desk.names(rich)).containsExactly("Ada", "Bert");
            assertThat(desk.found("rfm.frequency==2;rfm.money==15000000000000")).containsExactly("Ada");
            assertThat(desk.rfm.rebuild().customers()).isEqualTo(2);
            assertThat(desk.found("rfm.money==999999999999999")).containsExactly("Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void counts_what_is_bought_where_it_is_tomorrow_already(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            LocalDate tomorrow = desk.platform.today().plusDays(1);
            desk.buy(desk.customer("Ada", Status.ACTIVE), "10", tomorrow);
            desk.rfm.define(fixed(), 0);
            desk.buy(desk.customer("Bert", Status.ACTIVE), "10", tomorrow);
            desk.core.settle();

            desk.rfm.score();

            assertThat(desk.found("rfm.cell==311")).containsExactly("Ada", "Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_audit_tells_what_new_settings_change(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.rfm.define(RfmSettings.standard("EUR"), 0);
            desk.rfm.define(RfmSettings.standard("CNY"), desk.rfm.current().version());

            assertThat(desk.core.audit().changes())
                    .filteredOn(change -> change.action().equals("segmentation.RfmDefined"))
                    .last()
                    .extracting(Change::detail)
                    .isEqualTo("{\"before\":{\"currency\":\"EUR\"},\"after\":{\"currency\":\"CNY\"}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgets_the_scores_once_there_are_too_few_to_compare(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            LocalDate today = desk.platform.today();
            List<CustomerId> customers = IntStream.range(0, 20)
                    .mapToObj(i -> desk.customer("Customer " + i, Status.ACTIVE))
                    .toList();
            customers.forEach(customer -> desk.buy(customer, "10", today));
            RfmSettings.Triple weights = new RfmSettings.Triple(3, 2, 1);
            desk.rfm.define(new RfmSettings(Scoring.MIDRANK, 2, "EUR", null, false, weights, null, List.of()), 0);
            Segment scored = desk.segments().add(Desk.rule("scored", "rfm.cell=null=false"));
            assertThat(desk.names(scored)).hasSize(20);

            desk.buy(customers.get(0), "-10", today);
            desk.core.settle();
            Rfm.Run run = desk.rfm.score();

            assertThat(run.enough()).isFalse();
            assertThat(desk.found("rfm.cell=null=false")).isEmpty();
            assertThat(desk.names(scored)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void segments_follow_the_scores(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.buy(ada, "10", desk.platform.today());
            Segment recent = desk.segments().add(Desk.rule("recent", "rfm.r==3"));
            Segment others = desk.segments().add(Desk.rule("others", "segment.recent==false"));

            desk.rfm.define(fixed(), 0);

            assertThat(desk.names(recent)).containsExactly("Ada");
            assertThat(desk.names(others)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void compares_nobody_where_there_are_too_few(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.buy(desk.customer("Ada", Status.ACTIVE), "10", desk.platform.today());

            Rfm.Run run = desk.rfm.define(RfmSettings.standard("EUR"), 0);

            assertThat(run.enough()).isFalse();
            assertThat(desk.found("rfm.cell=null=false")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void proposes_to_count_in_the_currency_that_most_purchases_are_in(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            assertThat(desk.rfm.current().settings().currency()).isEqualTo("EUR");
            desk.buy(desk.customer("Ada", Status.ACTIVE), "10", desk.platform.today(), "CNY");

            assertThat(desk.rfm.current().settings().currency()).isEqualTo("CNY");
            assertThat(desk.rfm.current().version()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void wants_settings_first_and_their_newest_version(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            assertThatThrownBy(desk.rfm::score).isInstanceOf(ConflictException.class);
            desk.rfm.define(fixed(), 0);

            assertThat(desk.rfm.current().version()).isEqualTo(1);
            assertThat(desk.rfm.current().settings()).isEqualTo(fixed());
            assertThatThrownBy(() -> desk.rfm.define(fixed(), 0)).isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> desk.rfm.define(fixed(), 7)).isInstanceOf(PreconditionException.class);
        }
    }
}
