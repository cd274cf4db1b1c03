package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeTest {
    @ParameterizedTest
    @EnumSource
    void time_alone_brings_customers_in_and_puts_them_out(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now());
        try (Desk desk = new Desk(kind, clock)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.buy(ada, "10", LocalDate.now(ZoneOffset.UTC).minusDays(5));
            Segment recent = desk.segments.add(Desk.rule("recent", "purchases.last=gt=-P10D"));
            Segment lapsed = desk.segments.add(Desk.rule("lapsed", "purchases.last=lt=-P7D"));
            Segment gone = desk.segments.add(Desk.rule("gone", "segment.recent==false"));
            desk.core.settle();
            assertThat(desk.names(recent)).containsExactly("Ada");
            assertThat(desk.names(lapsed)).isEmpty();

            clock.forward(Duration.ofDays(6));
            long moved = turn(desk);

            assertThat(moved).isEqualTo(3);
            assertThat(desk.names(recent)).isEmpty();
            assertThat(desk.names(lapsed)).containsExactly("Ada");
            assertThat(desk.names(gone)).containsExactly("Ada");
            assertThat(turn(desk)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_defined_between_looking_and_moving_is_neither_forgotten_nor_keeps_others(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now());
        try (Desk desk = new Desk(kind, clock)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.buy(ada, "10", LocalDate.now(ZoneOffset.UTC).minusDays(5));
            Segment recent = desk.segments.add(Desk.rule("recent", "purchases.last=gt=-P10D"));
            desk.core.settle();
            clock.forward(Duration.ofDays(6));
            Turning turning = new Turning(desk.platform, desk.known);
            Instant now = desk.platform.now();

            Turning.Found early = desk.platform.asSystem(() -> turning.look(now));
            Segment lapsed = desk.segments.add(Desk.rule("lapsed", "purchases.last=lt=-P7D"));
            long moved = desk.platform.asSystem(() -> turning.move(early, now));

            assertThat(moved).isEqualTo(1);
            assertThat(desk.names(recent)).isEmpty();
            assertThat(desk.names(lapsed)).containsExactly("Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whose_validity_begins_has_its_members_on_that_day(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now());
        try (Desk desk = new Desk(kind, clock)) {
            desk.customer("Ada", Status.ACTIVE);
            LocalDate tomorrow = desk.platform.today().plusDays(1);
            Segment later = desk.segments.add(new Definition(
                    "later", "L", Kind.RULE, "status==active", "", null, new Definition.Validity(tomorrow, null)));
            Segment others = desk.segments.add(Desk.rule("others", "segment.later==false"));
            desk.core.settle();
            assertThat(turn(desk)).isZero();
            assertThat(desk.names(later)).isEmpty();
            assertThat(desk.names(others)).containsExactly("Ada");

            clock.forward(Duration.ofDays(1));
            long moved = turn(desk);

            assertThat(moved).isEqualTo(1);
            assertThat(desk.names(later)).containsExactly("Ada");
            assertThat(desk.names(others)).isEmpty();
            assertThat(desk.history.moves(later.id(), 10, null).items())
                    .extracting(entry -> entry.reason().kind())
                    .containsExactly("time");
            assertThat(turn(desk)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_nightly_check_finds_what_was_missed_and_puts_it_right(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now());
        try (Desk desk = new Desk(kind, clock)) {
            desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.core.settle();
            forgetOneMember(desk);
            clock.forward(Duration.ofMinutes(1));

            check(desk, desk.platform.now());

            assertThat(desk.names(active)).containsExactly("Ada", "Bert");
            assertThat(desk.core.transactions().read(SegmentTable::differing)).containsEntry("active", 1L);

            clock.forward(Duration.ofDays(1));
            check(desk, desk.platform.now());

            assertThat(desk.core.transactions().read(SegmentTable::differing)).isEmpty();
        }
    }

    private static long turn(Desk desk) {
        return desk.platform.asSystem(() -> new Turning(desk.platform, desk.known).to(desk.platform.now()));
    }

    private static void check(Desk desk, Instant due) {
        NightlyCheck check = new NightlyCheck(desk.platform, desk.known, desk.core.feeds());
        assertThat(List.of(
                        desk.platform.asSystem(() -> check.step(due)),
                        desk.platform.asSystem(() -> check.step(due)),
                        desk.platform.asSystem(() -> check.step(due))))
                .contains(true)
                .endsWith(false);
    }

    private static void forgetOneMember(Desk desk) {
        desk.core.transactions().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "delete from segmentation_member where customer_id = (select max(customer_id) from segmentation_member)");
            }
        });
    }
}
