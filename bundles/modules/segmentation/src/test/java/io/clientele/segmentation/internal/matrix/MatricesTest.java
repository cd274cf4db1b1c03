package io.clientele.segmentation.internal.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.access.Caller;
import io.clientele.harness.Staff;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.rest.MatricesResource;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatricesTest {
    private static final Axis FREQUENCY =
            new Axis("rfm.frequency", Axis.Method.FIXED, 2, List.of(2.0), List.of("seldom", "often"));
    private static final Axis MONEY = new Axis("rfm.money", Axis.Method.MEDIAN, 2, List.of(), List.of());

    private static Matrix value() {
        Matrix.Text stars = new Matrix.Text(2, 2, "Stars", "Call them first");
        return new Matrix("Value", null, FREQUENCY, MONEY, "rfm.money", List.of(stars));
    }

    /** Ada bought twice for 100, Bert once for 60, Cleo once for 10, Dora nothing. */
    private static CustomerId shop(Desk desk) {
        LocalDate today = desk.platform.today();
        CustomerId ada = desk.customer("Ada", Status.ACTIVE);
        CustomerId cleo = desk.customer("Cleo", Status.ACTIVE);
        desk.customer("Dora", Status.ACTIVE);
        desk.buy(ada, "50", today);
        desk.buy(ada, "50", today.minusDays(1));
        desk.buy(desk.customer("Bert", Status.ACTIVE), "60", today);
        desk.buy(cleo, "10", today);
        desk.rfm.define(RfmSettings.standard("EUR"), 0);
        desk.core.settle();
        return cleo;
    }

    @ParameterizedTest
    @EnumSource
    void counts_customers_and_money_in_the_cells_that_the_caller_sees(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            Matrices matrices = new Matrices(desk.platform);
            Placements placements = new Placements(desk.platform, matrices, desk.segments());

            Matrices.Kept kept = matrices.add(value());

            assertThat(kept.matrix().y().cuts()).containsExactly(60.0);
            assertThat(placements.counts(kept.id()).cells())
                    .containsExactly(
                            new PlaceTable.Count(1, 1, 1, 10, null),
                            new PlaceTable.Count(1, 2, 1, 60, null),
                            new PlaceTable.Count(2, 2, 1, 100, null));
            assertThat(desk.core.as(
                            Staff.agent(7), () -> placements.counts(kept.id()).cells()))
                    .isEmpty();
            assertThat(matrices.get(kept.id())).isEqualTo(kept);
            assertThat(placements.means(kept.id())).containsExactly(0.0, 10.0, 0.0, 60.0, 100.0);
            long without = matrices.add(new Matrix("Bare", null, FREQUENCY, MONEY, null, List.of()))
                    .id();
            assertThatThrownBy(() -> placements.means(without)).isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cell_becomes_a_segment(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            Matrices matrices = new Matrices(desk.platform);
            Placements placements = new Placements(desk.platform, matrices, desk.segments());
            Matrices.Kept kept = matrices.add(value());

            Segment stars = placements.segment(kept.id(), new Place(2, 2), "stars", "Stars");
            Segment low = placements.segment(kept.id(), new Place(1, 1), "low", "Low");

            assertThat(desk.names(stars)).containsExactly("Ada");
            assertThat(desk.names(low)).containsExactly("Cleo");
            assertThatThrownBy(() -> placements.segment(kept.id(), new Place(3, 1), "x", "X"))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_all_classes_where_many_have_the_same_value(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            Matrices matrices = new Matrices(desk.platform);
            Placements placements = new Placements(desk.platform, matrices, desk.segments());
            Axis fifths = new Axis("rfm.frequency", Axis.Method.QUANTILE, 5, List.of(), List.of());
            Axis unknown = new Axis("rfm.money", Axis.Method.QUANTILE, 3, List.of(), List.of());

            Matrices.Kept kept = matrices.add(new Matrix("Fifths", null, fifths, MONEY, null, List.of()));
            Matrices.Kept nobody = matrices.add(new Matrix("None", "name==Dora", fifths, unknown, null, List.of()));

            assertThat(kept.matrix().x().cuts()).hasSize(4).startsWith(1.0, 1.0);
            assertThat(placements.counts(kept.id()).cells())
                    .extracting(PlaceTable.Count::x, PlaceTable.Count::y, PlaceTable.Count::customers)
                    .containsExactly(tuple(3, 1, 1L), tuple(3, 2, 1L), tuple(5, 2, 1L));
            assertThat(desk.names(placements.segment(kept.id(), new Place(5, 2), "often", "Often")))
                    .containsExactly("Ada");
            assertThat(desk.names(placements.segment(kept.id(), new Place(2, 2), "empty", "Empty")))
                    .isEmpty();
            assertThat(nobody.matrix().y().cuts()).isEmpty();
            assertThat(desk.names(placements.segment(nobody.id(), new Place(5, 2), "none", "None")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_who_moved_between_two_days(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.now());
        try (Desk desk = new Desk(kind, clock)) {
            CustomerId cleo = shop(desk);
            Matrices matrices = new Matrices(desk.platform);
            Placements placements = new Placements(desk.platform, matrices, desk.segments());
            long id = matrices.add(value()).id();
            LocalDate first = placements.note(id);
            desk.buy(cleo, "90", first.minusDays(3));
            desk.buy(desk.customer("Emil", Status.ACTIVE), "1", first);
            desk.core.settle();
            clock.forward(Duration.ofDays(1));

            LocalDate second = placements.note(id);
            long[][] moves = placements.moves(id, first, second);

            assertThat(placements.noted(id)).containsExactly(first, second);
            assertThat(moves[1][4]).as("Cleo rose").isEqualTo(1);
            assertThat(moves[3][3]).as("Bert stayed").isEqualTo(1);
            assertThat(moves[4][4]).as("Ada stayed").isEqualTo(1);
            assertThat(moves[0][1]).as("Emil came").isEqualTo(1);
            assertThatThrownBy(() -> placements.moves(id, first.minusDays(9), second))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_changed_and_removed_by_whoever_read_it_last(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Matrices matrices = new Matrices(desk.platform);
            long id = matrices.add(value()).id();

            Matrices.Kept after = matrices.replace(id, 1, value());

            assertThat(after.version()).isEqualTo(2);
            assertThatThrownBy(() -> matrices.replace(id, 1, value())).isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> matrices.remove(id, 1)).isInstanceOf(PreconditionException.class);
            matrices.remove(id, 2);
            assertThatThrownBy(() -> matrices.get(id)).isInstanceOf(NotFoundException.class);
            assertThat(matrices.list()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_cut_points_that_were_found_to_those_who_see_all_customers(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            Matrices matrices = new Matrices(desk.platform);
            Placements placements = new Placements(desk.platform, matrices, desk.segments());
            MatricesResource resource = new MatricesResource(matrices, placements, desk.members());
            Caller agent = Staff.agent(7);

            Matrices.Kept added = desk.core.as(agent, () -> matrices.add(value()));
            long id = added.id();
            Matrices.Kept changed = desk.core.as(agent, () -> matrices.replace(id, 1, added.matrix()));

            assertThat(matrices.get(id).matrix().y().cuts()).containsExactly(60.0);
            assertThat(Stream.of(added, changed, desk.core.as(agent, () -> matrices.get(id)))
                            .map(Matrices.Kept::matrix))
                    .containsOnly(value());
            assertThat(desk.core.as(agent, matrices::list))
                    .extracting(Matrices.Kept::matrix)
                    .containsExactly(value());
            assertThat(desk.core.<Long>as(agent, () -> resource.segment(
                                    ShortId.format(id), new MatricesResource.CellBody(2, 2, "stars", "Stars"))
                            .size()))
                    .isZero();
        }
    }

    private static Axis values(String fact, String... values) {
        return new Axis(fact, Axis.Method.VALUES, values.length, List.of(), List.of(), List.of(values), null);
    }

    @ParameterizedTest
    @EnumSource
    void sets_the_values_of_a_text_against_a_number_and_makes_cells_segments(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            desk.stand(desk.customer("Emil", Status.ACTIVE), Status.PROSPECT);
            desk.core.settle();
            Matrices matrices = new Matrices(desk.platform);
            Placements placements = new Placements(desk.platform, matrices, desk.segments());
            Axis status = values("status", "prospect", "active");
            Axis money = new Axis("rfm.money", Axis.Method.FIXED, 2, List.of(50.0), List.of());

            Matrices.Kept kept = matrices.add(new Matrix("By status", null, status, money, "rfm.money", List.of()));

            assertThat(matrices.get(kept.id()).matrix()).isEqualTo(kept.matrix());
            assertThat(placements.counts(kept.id()).cells())
                    .containsExactlyInAnyOrder(
                            new PlaceTable.Count(2, 1, 1, 10, null), new PlaceTable.Count(2, 2, 2, 160, null));
            assertThat(placements.note(kept.id())).isEqualTo(desk.platform.today());
            Segment best = placements.segment(kept.id(), new Place(2, 2), "best", "Best");
            assertThat(desk.names(best)).containsExactly("Ada", "Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_no_value_that_could_end_a_text(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Matrices matrices = new Matrices(desk.platform);
            for (Axis axis : List.of(
                    values("status", "active", "x' then 1 end --"),
                    values("status", "active", "active"),
                    values("status", "active", "a\\"),
                    values("status", "active", ""),
                    values("rfm.money", "1", "2"))) {
                assertThatThrownBy(() -> matrices.add(new Matrix("N", null, axis, MONEY, null, List.of())))
                        .as(axis.values().toString())
                        .isInstanceOf(InvalidInputException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_what_makes_no_sense_with_all_faults_at_once(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Matrices matrices = new Matrices(desk.platform);
            Axis falling = new Axis("rfm.money", Axis.Method.FIXED, 3, List.of(2.0, 1.0), List.of("one"));
            Axis words = new Axis("name", Axis.Method.MEDIAN, 2, List.of(), List.of());

            assertThatThrownBy(() -> matrices.add(new Matrix(" ", null, falling, MONEY, null, List.of())))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                            .extracting(InvalidInputException.Violation::pointer)
                            .containsExactly("/name", "/x/cuts", "/x/labels"));
            Axis nine = new Axis("rfm.money", Axis.Method.QUANTILE, 9, List.of(), List.of());
            List<Matrix.Text> long81 = IntStream.range(0, 81)
                    .mapToObj(i -> new Matrix.Text(i / 9 + 1, i % 9 + 1, "Cell", "x".repeat(2_000)))
                    .toList();
            assertThatThrownBy(() -> matrices.add(new Matrix("N", null, nine, nine, null, long81)))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                            .extracting(InvalidInputException.Violation::pointer)
                            .containsExactly("/texts"));
            assertThatThrownBy(() -> matrices.add(new Matrix("N", null, words, MONEY, null, List.of())))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> matrices.add(new Matrix("N", "nothing==1", MONEY, MONEY, null, List.of())))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
