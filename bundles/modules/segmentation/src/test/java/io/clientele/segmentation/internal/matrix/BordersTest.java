package io.clientele.segmentation.internal.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.clientele.access.Caller;
import io.clientele.facts.Subquery;
import io.clientele.harness.Staff;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BordersTest {
    private static final Axis ATTITUDE = fixed("measure.attitude", 10.0);
    private static final Axis PATRONAGE = fixed("measure.patronage", 2.0, 6.0);
    private static final Matrix BOTH =
            new Matrix("Both", "status==active", ATTITUDE, PATRONAGE, "measure.patronage", List.of());

    /** The deviation of 8, 12, 10, 2 and 18. */
    private static final double OF_ATTITUDE = Math.sqrt(27.2);

    /** The deviation of 1, 4, 2 and 9. */
    private static final double OF_PATRONAGE = Math.sqrt(9.5);

    private static Axis fixed(String fact, Double... cuts) {
        return new Axis(fact, Axis.Method.FIXED, cuts.length + 1, List.of(cuts), List.of());
    }

    /** A matrix of a few customers: Cleo stands on two borders at once, of Emil one fact is not known, of Finn none. */
    private static final class Room implements AutoCloseable {
        final SettableClock clock = new SettableClock(Instant.now());
        final Desk desk;
        final Measured measured;
        final Matrices matrices;
        final Placements placements;
        final Borders borders;

        Room(TestDatabase kind) {
            desk = new Desk(kind, clock);
            measured = Measured.start(desk);
            matrices = new Matrices(desk.platform);
            placements = new Placements(desk.platform, matrices, desk.segments());
            borders = new Borders(desk.platform, matrices);
        }

        /** Returns Cleo. */
        CustomerId fill() {
            measured.customer("Ada", 8.0, 1.0);
            measured.customer("Bert", 12.0, 4.0);
            CustomerId cleo = measured.customer("Cleo", 10.0, 2.0);
            measured.customer("Dora", 2.0, 9.0);
            measured.customer("Emil", 18.0, null);
            measured.customer("Finn", null, null);
            return cleo;
        }

        Page<Standing> nearest(long id, int limit, @Nullable String cursor) {
            return borders.nearest(id, new Borders.Wanted(null, null, limit, cursor));
        }

        List<Long> sample(Matrix matrix, int most) {
            List<String> facts = List.of(matrix.x().fact(), matrix.y().fact(), "name.written");
            Subquery all = desk.platform.everybody(null).with(facts, clock.instant());
            return desk
                    .platform
                    .transactions()
                    .read(connection -> new BorderTable(matrix, matrix).sample(connection, all, most))
                    .stream()
                    .map(found -> found.standing().id())
                    .toList();
        }

        List<String> names(long id, @Nullable Integer x, @Nullable Integer y) {
            return borders.nearest(id, new Borders.Wanted(x, y, 50, null)).items().stream()
                    .map(Standing::name)
                    .toList();
        }

        @Override
        public void close() {
            desk.close();
        }
    }

    private static double distance(Standing standing) {
        return Objects.requireNonNull(standing.border()).distance();
    }

    private static Place beyond(Standing standing) {
        return Objects.requireNonNull(standing.border()).beyond();
    }

    @ParameterizedTest
    @EnumSource
    void tells_who_is_how_far_from_which_border_the_nearest_first(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            room.fill();
            long id = room.matrices.add(BOTH).id();

            List<Standing> found = room.nearest(id, 50, null).items();

            assertThat(found).extracting(Standing::name).containsExactly("Cleo", "Ada", "Bert", "Dora");
            assertThat(found.stream().mapToDouble(BordersTest::distance).toArray())
                    .containsExactly(
                            new double[] {0, 1 / OF_PATRONAGE, 2 / OF_ATTITUDE, 3 / OF_PATRONAGE}, within(1e-12));
            assertThat(found)
                    .extracting(Standing::place)
                    .containsExactly(new Place(2, 2), new Place(1, 1), new Place(2, 2), new Place(1, 3));
            assertThat(found)
                    .extracting(BordersTest::beyond)
                    .containsExactly(new Place(1, 2), new Place(1, 2), new Place(1, 2), new Place(1, 2));
            assertThat(found).extracting(Standing::x).containsExactly(10.0, 8.0, 12.0, 2.0);
            assertThat(found).extracting(Standing::money).containsExactly(2.0, 1.0, 4.0, 9.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_where_a_page_ended_by_the_same_measure_although_customers_change(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            room.fill();
            long id = room.matrices.add(BOTH).id();

            Page<Standing> first = room.nearest(id, 2, null);
            CustomerId far = room.measured.customer("Gwen", 10_000.0, 10_000.0);
            Page<Standing> second = room.nearest(id, 2, first.next());
            Page<Standing> third = room.nearest(id, 2, second.next());

            assertThat(first.items()).extracting(Standing::name).containsExactly("Cleo", "Ada");
            assertThat(second.items()).extracting(Standing::name).containsExactly("Bert", "Dora");
            assertThat(distance(second.items().get(1))).isEqualTo(3 / OF_PATRONAGE, within(1e-12));
            assertThat(third.items()).extracting(Standing::id).containsExactly(far.value());
            assertThat(third.next()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_those_of_one_cell_and_measures_by_all(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            room.fill();
            long id = room.matrices.add(BOTH).id();

            assertThat(room.names(id, 2, 2)).containsExactly("Cleo", "Bert");
            assertThat(room.names(id, 1, null)).containsExactly("Ada", "Dora");
            assertThat(room.names(id, null, 3)).containsExactly("Dora");
            assertThat(room.names(id, 2, 1)).isEmpty();
            assertThatThrownBy(() -> room.names(id, 3, 1)).satisfies(BordersTest::isOfX);
            assertThatThrownBy(() -> room.names(id, 0, null)).satisfies(BordersTest::isOfX);
        }
    }

    private static void isOfX(Throwable fault) {
        assertThat(fault).isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                .extracting(InvalidInputException.Violation::pointer)
                .containsExactly("x"));
    }

    @ParameterizedTest
    @EnumSource
    void measures_by_those_whom_the_caller_sees_and_tells_no_others(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            CustomerId cleo = room.fill();
            long id = room.matrices.add(BOTH).id();
            room.desk.core.as(Staff.agent(7), () -> room.measured.customer("Own", 11.0, 4.0));
            room.desk.core.as(Staff.agent(7), () -> room.measured.customer("Other", 15.0, 4.0));

            List<Standing> found = room.desk.core.as(
                    Staff.agent(7), () -> room.nearest(id, 50, null).items());

            assertThat(found).extracting(Standing::name).containsExactly("Own", "Other");
            assertThat(found.stream().mapToDouble(BordersTest::distance).toArray())
                    .as("of 11 and 15 the deviation is 2; of 4 and 4 there is none")
                    .containsExactly(.5, 2.5);
            assertThat(room.desk.core.as(Staff.agent(7), () -> room.borders.sample(id)))
                    .extracting(Standing::name)
                    .containsExactlyInAnyOrder("Own", "Other");
            assertThatThrownBy(() -> room.desk.core.as(Staff.agent(7), () -> room.borders.course(id, cleo.value())))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("customer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void does_not_tell_a_border_that_follows_from_customers_whom_the_caller_does_not_see(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            room.fill();
            Axis found = new Axis("measure.attitude", Axis.Method.MEDIAN, 2, List.of(), List.of());
            Matrix matrix = new Matrix("Found", null, found, PATRONAGE, null, List.of());
            Matrices.Kept kept = room.matrices.add(matrix);
            Caller agent = Staff.agent(7);
            CustomerId own = room.desk.core.as(agent, () -> room.measured.customer("Own", 10.5, 4.0));
            room.desk.core.as(agent, () -> room.measured.customer("Other", 15.0, 9.0));

            List<Standing> seen = room.desk.core.as(
                    agent, () -> room.nearest(kept.id(), 50, null).items());
            Borders.Course course = room.desk.core.as(agent, () -> room.borders.course(kept.id(), own.value()));

            assertThat(kept.matrix().x().cuts()).containsExactly(10.0);
            assertThat(room.nearest(kept.id(), 1, null).items())
                    .extracting(BordersTest::beyond)
                    .containsExactly(new Place(1, 2));
            assertThat(seen)
                    .extracting(Standing::name, Standing::place, BordersTest::distance, BordersTest::beyond)
                    .as("of 4 and 9 the deviation is 2.5")
                    .containsExactly(
                            tuple("Own", new Place(2, 2), .8, new Place(2, 1)),
                            tuple("Other", new Place(2, 3), 1.2, new Place(2, 2)));
            assertThat(Objects.requireNonNull(course.now()).border())
                    .isEqualTo(seen.get(0).border());
        }
    }

    @ParameterizedTest
    @EnumSource
    void measures_nothing_where_all_are_alike_or_classes_are_texts(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            CustomerId ada = room.measured.customer("Ada", .1, 3.0);
            CustomerId bert = room.measured.customer("Bert", .1, 7.0);
            CustomerId cleo = room.measured.customer("Cleo", .1, 9.0);
            room.measured.feels(ada, "bad");
            room.measured.feels(bert, "good");
            room.measured.feels(cleo, "strange");
            Axis mood =
                    new Axis("measure.mood", Axis.Method.VALUES, 2, List.of(), List.of(), List.of("bad", "good"), null);
            Axis alike = new Axis("measure.attitude", Axis.Method.MEDIAN, 2, List.of(), List.of());

            long none = room.matrices
                    .add(new Matrix("None", null, mood, alike, null, List.of()))
                    .id();
            long one = room.matrices
                    .add(new Matrix("One", null, mood, PATRONAGE, null, List.of()))
                    .id();
            List<Standing> unmeasured = room.nearest(none, 1, null).items();

            assertThat(unmeasured).extracting(Standing::border).containsExactly((Standing.Border) null);
            assertThat(room.nearest(none, 1, room.nearest(none, 1, null).next()).items())
                    .extracting(Standing::name)
                    .containsExactly("Bert");
            assertThat(room.nearest(one, 50, null).items())
                    .extracting(Standing::name, BordersTest::beyond, Standing::x)
                    .containsExactly(tuple("Ada", new Place(1, 1), null), tuple("Bert", new Place(2, 2), null));
            assertThat(room.placements.counts(one).elsewhere()).isEqualTo(1);
            assertThat(room.borders.course(one, cleo.value()).now())
                    .satisfies(now -> assertThat(now.place()).isNull())
                    .satisfies(now -> assertThat(now.missing()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_where_one_stands_or_which_fact_is_missing_and_which_way_it_came(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            CustomerId cleo = room.fill();
            CustomerId gwen = room.measured.customer("Gwen", null, 3.0);
            CustomerId hugo = room.measured.customer("Hugo", 1.0, 1.0);
            room.desk.stand(hugo, Status.INACTIVE);
            long id = room.matrices.add(BOTH).id();
            LocalDate first = room.placements.note(id);
            room.clock.forward(Duration.ofDays(1));
            LocalDate second = room.placements.note(id);

            Borders.Course placed = room.borders.course(id, cleo.value());
            Borders.Course unknown = room.borders.course(id, gwen.value());

            assertThat(placed.way())
                    .containsExactly(
                            new Borders.Stay(first, new Place(2, 2)), new Borders.Stay(second, new Place(2, 2)));
            assertThat(Objects.requireNonNull(placed.now()).border())
                    .isEqualTo(new Standing.Border(0, new Place(1, 2)));
            assertThat(Objects.requireNonNull(unknown.now()).missing()).containsExactly("x");
            assertThat(unknown.now().place()).isNull();
            assertThat(unknown.way()).containsExactly(new Borders.Stay(first, null), new Borders.Stay(second, null));
            assertThat(room.borders.course(id, hugo.value()).now()).isNull();
            assertThatThrownBy(() -> room.borders.course(id, 1)).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_nothing_of_an_empty_matrix(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            Axis median = new Axis("measure.attitude", Axis.Method.MEDIAN, 2, List.of(), List.of());
            long id = room.matrices
                    .add(new Matrix("Empty", null, median, PATRONAGE, null, List.of()))
                    .id();

            assertThat(room.nearest(id, 50, null)).isEqualTo(new Page<Standing>(List.of(), null, null));
            assertThat(room.borders.sample(id)).isEmpty();
            assertThat(room.placements.counts(id))
                    .isEqualTo(new PlaceTable.Counts(List.of(), new PlaceTable.Unknown(0, 0, 0), 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_the_same_as_a_plain_evaluation_page_by_page(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            PlainMatrix plain = PlainMatrix.random(room.measured, 80);
            long id = room.matrices
                    .add(new Matrix("Random", null, plain.x(), plain.y(), null, List.of()))
                    .id();
            List<Standing> found = new ArrayList<>();

            Page<Standing> page = Stream.iterate(
                            room.nearest(id, 7, null),
                            Objects::nonNull,
                            each -> each.next() == null ? null : room.nearest(id, 7, each.next()))
                    .peek(each -> found.addAll(each.items()))
                    .reduce((before, after) -> after)
                    .orElseThrow();

            List<PlainMatrix.Told> expected = plain.nearest();
            assertThat(page.next()).isNull();
            assertThat(found)
                    .extracting(Standing::id)
                    .containsExactlyElementsOf(
                            expected.stream().map(PlainMatrix.Told::id).toList());
            assertThat(found)
                    .extracting(Standing::place)
                    .containsExactlyElementsOf(
                            expected.stream().map(PlainMatrix.Told::place).toList());
            assertThat(found)
                    .extracting(BordersTest::beyond)
                    .containsExactlyElementsOf(
                            expected.stream().map(PlainMatrix.Told::beyond).toList());
            assertThat(found.stream().mapToDouble(BordersTest::distance).toArray())
                    .containsExactly(
                            expected.stream()
                                    .mapToDouble(PlainMatrix.Told::distance)
                                    .toArray(),
                            within(1e-9));
            assertThat(room.borders.sample(id)).hasSize(found.size()).isEqualTo(room.borders.sample(id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void draws_a_sample_from_all_quarters_of_the_customers_the_same_each_time(TestDatabase kind) {
        try (Room room = new Room(kind)) {
            PlainMatrix plain = PlainMatrix.random(room.measured, 80);
            Matrix matrix = new Matrix("Random", null, plain.x(), plain.y(), null, List.of());
            List<Long> placed =
                    plain.nearest().stream().map(PlainMatrix.Told::id).sorted().toList();

            List<Long> first = room.sample(matrix, placed.size() / 2);
            List<Long> again = room.sample(matrix, placed.size() / 2);

            assertThat(first).hasSize(placed.size() / 2).doesNotHaveDuplicates().isEqualTo(again);
            assertThat(first.stream().map(id -> placed.indexOf(id) * 4 / placed.size()))
                    .contains(0, 1, 2, 3);
            assertThat(room.sample(matrix, 5)).isEqualTo(first.subList(0, 5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a.b", "...0000000000000", "0.0.0.0000000000000", "1.1.zz.0000000000000", "..0.00000000000!0"
            })
    void takes_no_cursor_but_its_own(String cursor) {
        assertThatThrownBy(() -> BorderCursor.read(cursor)).isInstanceOf(InvalidInputException.class);
    }
}
