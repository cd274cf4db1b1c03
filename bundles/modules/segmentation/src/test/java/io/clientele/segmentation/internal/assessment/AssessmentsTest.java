package io.clientele.segmentation.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clientele.harness.Staff;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.segmentation.internal.rfm.Scoring;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssessmentsTest {
    @ParameterizedTest
    @EnumSource
    void judges_size_value_and_what_sets_members_apart(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = shop(desk);
            Assessments assessments = new Assessments(desk.platform, desk.segments(), desk.history(), desk.reach);

            Assessments.Assessment judged = assessments.of(active.id(), "rfm.money");

            assertThat(judged.size()).isEqualTo(12);
            assertThat(judged.share()).isEqualTo(.5);
            assertThat(judged.growth()).as("there was nobody thirty days ago").isNull();
            Assessments.Value worth = Objects.requireNonNull(judged.value());
            assertThat(worth)
                    .isEqualTo(new Assessments.Value(
                            "rfm.money", 1_200, 100, 1_200.0 / 1_320, 0.0, .25, worth.evenly(), 10, 1));
            assertThat(worth.evenly()).isCloseTo(12, within(1e-9));
            assertThat(judged.traits().get(0).fact()).isEqualTo("rfm.money");
            assertThat(judged.traits().get(0).difference()).isCloseTo(2, within(1e-9));
            assertThat(desk.core.as(
                            Staff.agent(7),
                            () -> assessments.of(active.id(), null).size()))
                    .isZero();
            assertThatThrownBy(() -> assessments.of(active.id(), "name")).isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void members_differ_in_quantities_and_not_in_codes(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = shop(desk);
            RfmSettings.Triple weights = new RfmSettings.Triple(3, 2, 1);
            var unused = desk.rfm.define(
                    new RfmSettings(Scoring.MIDRANK, 2, "EUR", null, false, weights, null, List.of()), 1);

            Assessments.Assessment judged =
                    new Assessments(desk.platform, desk.segments(), desk.history(), desk.reach).of(active.id(), null);

            assertThat(judged.traits())
                    .extracting(Assessments.Trait::fact)
                    .containsExactlyInAnyOrder("rfm.money", "rfm.m", "rfm.composite");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_growth_and_churn_of_thirty_days(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now().minus(Duration.ofDays(40)));
        try (Desk desk = new Desk(kind, clock)) {
            var ada = desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.ACTIVE);
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));
            clock.forward(Duration.ofDays(40));
            desk.core.settle();
            desk.stand(ada, Status.ARCHIVED);
            desk.core.settle();
            Assessments assessments = new Assessments(desk.platform, desk.segments(), desk.history(), desk.reach);

            Assessments.Assessment judged = assessments.of(active.id(), null);

            assertThat(judged.growth()).isEqualTo(-.5);
            assertThat(judged.churn()).isEqualTo(.5);
            assertThat(judged.value()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void churn_counts_those_of_thirty_days_ago_who_are_in_no_longer_once_each(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now().minus(Duration.ofDays(40)));
        try (Desk desk = new Desk(kind, clock)) {
            var ada = desk.customer("Ada", Status.ACTIVE);
            var bert = desk.customer("Bert", Status.ACTIVE);
            desk.customer("Cleo", Status.ACTIVE);
            var dora = desk.customer("Dora", Status.PROSPECT);
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));
            desk.core.settle();
            Assessments assessments = new Assessments(desk.platform, desk.segments(), desk.history(), desk.reach);
            clock.forward(Duration.ofDays(20));
            desk.stand(ada, Status.ARCHIVED);
            desk.stand(bert, Status.ARCHIVED);
            desk.stand(dora, Status.ACTIVE);
            desk.core.settle();
            clock.forward(Duration.ofDays(10));
            desk.stand(ada, Status.ACTIVE);
            desk.stand(bert, Status.ACTIVE);
            desk.stand(dora, Status.ARCHIVED);
            desk.core.settle();
            clock.forward(Duration.ofDays(5));
            desk.stand(ada, Status.ARCHIVED);
            desk.core.settle();
            clock.forward(Duration.ofDays(5));

            Assessments.Assessment judged = assessments.of(active.id(), null);

            assertThat(judged.churn()).as("Ada of Ada, Bert and Cleo").isEqualTo(1 / 3.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_what_was_decided_and_how_a_segment_is_treated(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));
            Strategy strategy = new Strategy(desk.platform, desk.segments());

            strategy.decide(active.id(), "watched", "Too small yet");
            strategy.decide(active.id(), "chosen", "It grows");
            strategy.differ(active.id(), new Strategy.Difference("price", "Yearly price", "Price list 7"));
            Strategy.Sheet sheet =
                    strategy.differ(active.id(), new Strategy.Difference("price", "Monthly price", "Price list 8"));

            assertThat(strategy.decisions(active.id()))
                    .extracting(Strategy.Decision::reason)
                    .containsExactly("It grows", "Too small yet");
            assertThat(sheet.completeness()).isCloseTo(1.0 / 9, within(1e-9));
            assertThat(sheet.aspects())
                    .hasSize(9)
                    .contains(new Strategy.Difference("price", "Monthly price", "Price list 8"));
            assertThatThrownBy(() -> strategy.decide(active.id(), "perhaps", "x"))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> strategy.decide(active.id(), "left", " "))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> strategy.differ(active.id(), new Strategy.Difference("mood", "x", "")))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(
                            () -> desk.core.as(Staff.AUDITOR, () -> strategy.decide(active.id(), "left", "No money")))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    /** Twelve active customers who spent 100 each and twelve prospects who spent 10. */
    private static Segment shop(Desk desk) {
        for (int i = 0; i < 24; i++) {
            boolean active = i < 12;
            var customer = desk.customer("Customer " + i, active ? Status.ACTIVE : Status.PROSPECT);
            desk.buy(customer, active ? "100" : "10", desk.platform.today());
        }
        var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
        return desk.segments().add(Desk.rule("active", "status==active"));
    }
}
