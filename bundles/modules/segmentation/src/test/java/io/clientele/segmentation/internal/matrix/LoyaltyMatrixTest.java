package io.clientele.segmentation.internal.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.Reference;
import io.clientele.testkit.TestDatabase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relative attitude against repeat patronage: the four loyalties, and who cannot be told. */
class LoyaltyMatrixTest {
    private static final List<Matrix.Text> QUADRANTS = List.of(
            new Matrix.Text(2, 2, "TRUE", ""),
            new Matrix.Text(1, 2, "LATENT", ""),
            new Matrix.Text(2, 1, "SPURIOUS", ""),
            new Matrix.Text(1, 1, "NONE", ""));

    private static Axis axis(String fact, double cut, @Nullable String support) {
        return new Axis(fact, Axis.Method.FIXED, 2, List.of(cut), List.of(), List.of(), support);
    }

    private static Matrix loyalty(@Nullable String ofPatronage, @Nullable String ofAttitude) {
        return new Matrix(
                "Loyalty",
                null,
                axis("measure.patronage", .5, ofPatronage),
                axis("measure.attitude", 0, ofAttitude),
                null,
                QUADRANTS);
    }

    /** What customers think of the firm against the best of the others that they named. */
    private static double relative(JsonNode vector) {
        double best = Arrays.stream(Reference.numbers(vector.get("competitors")))
                .max()
                .orElseThrow();
        return (vector.get("own").asDouble() - best) / 100;
    }

    @ParameterizedTest
    @EnumSource
    void puts_the_published_customers_into_their_quadrants(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Measured measured = Measured.start(desk);
            JsonNode vectors = Reference.vectors("loyalty_quadrant");
            List<CustomerId> customers = StreamSupport.stream(vectors.spliterator(), false)
                    .map(each -> measured.customer(
                            "C", relative(each), each.get("patronage").asDouble()))
                    .toList();
            Matrices matrices = new Matrices(desk.platform);
            Borders borders = new Borders(desk.platform, matrices);
            long id = matrices.add(loyalty(null, null)).id();

            List<String> found = customers.stream()
                    .map(each -> borders.course(id, each.value()).now())
                    .map(now -> quadrant(Objects.requireNonNull(now)))
                    .toList();

            assertThat(found).containsExactly("TRUE", "LATENT", "SPURIOUS", "NONE");
        }
    }

    private static String quadrant(Standing standing) {
        Place place = Objects.requireNonNull(standing.place());
        return QUADRANTS.stream()
                .filter(text -> text.x() == place.x() && text.y() == place.y())
                .findFirst()
                .orElseThrow()
                .name();
    }

    @ParameterizedTest
    @EnumSource
    void says_unknown_where_a_measure_is_missing(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Measured measured = Measured.start(desk);
            CustomerId silent = measured.customer("Silent", null, .7);
            measured.customer("New", .1, null);
            measured.customer("Newer", .2, null);
            measured.customer("Nobody", null, null);
            measured.customer("Placed", .1, .7);
            Matrices matrices = new Matrices(desk.platform);
            long id = matrices.add(loyalty(null, null)).id();

            PlaceTable.Counts counts = new Placements(desk.platform, matrices, desk.segments()).counts(id);
            Standing standing = Objects.requireNonNull(new Borders(desk.platform, matrices)
                    .course(id, silent.value())
                    .now());

            assertThat(counts.unknown()).isEqualTo(new PlaceTable.Unknown(2, 1, 1));
            assertThat(counts.elsewhere()).isZero();
            assertThat(counts.cells()).containsExactly(new PlaceTable.Count(2, 2, 1, 0, null));
            assertThat(standing.missing()).containsExactly("y");
            assertThat(standing.place()).isNull();
            assertThat(standing.x()).isEqualTo(.7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void relies_on_a_place_as_far_as_there_are_observations_for_it(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Measured measured = Measured.start(desk);
            measured.rests(measured.customer("Ada", .1, .7), 5, 20);
            measured.rests(measured.customer("Bert", .1, .8), 20, 0);
            measured.rests(measured.customer("Cleo", .1, .9), 15, 45);
            measured.rests(measured.customer("Dora", .1, .1), 10, null);
            measured.rests(measured.customer("Emil", -.1, .1), -3, 95);
            Matrices matrices = new Matrices(desk.platform);
            Placements placements = new Placements(desk.platform, matrices, desk.segments());
            long both = matrices.add(loyalty("measure.purchases", "measure.answers"))
                    .id();
            long one = matrices.add(loyalty(null, "measure.answers")).id();

            List<Standing> standings = new Borders(desk.platform, matrices)
                    .nearest(both, new Borders.Wanted(null, null, 50, null))
                    .items();

            assertThat(confidences(placements.counts(both)))
                    .containsExactly(new double[] {0, 0, (5. / 10 + 0 + 15. / 20) / 3}, within(1e-15));
            assertThat(confidences(placements.counts(one)))
                    .containsExactly(new double[] {0, 10. / 15, (5. / 10 + 20. / 25 + 15. / 20) / 3}, within(1e-15));
            assertThat(standings.stream()
                            .sorted(Comparator.comparingLong(Standing::id))
                            .mapToDouble(each -> Objects.requireNonNull(each.confidence()))
                            .toArray())
                    .containsExactly(new double[] {.5, 0, .75, 0, 0}, within(1e-15));
        }
    }

    private static double[] confidences(PlaceTable.Counts counts) {
        return counts.cells().stream()
                .mapToDouble(each -> Objects.requireNonNull(each.confidence()))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void takes_for_support_only_a_number_of_each_customer(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Measured.start(desk);
            Matrices matrices = new Matrices(desk.platform);

            assertThatThrownBy(() -> matrices.add(loyalty("measure.mood", null)))
                    .satisfies(fault -> isAt(fault, "/x/support"));
            assertThatThrownBy(() -> matrices.add(loyalty(null, "measure.nothing")))
                    .satisfies(fault -> isAt(fault, "/y/support"));
            assertThatThrownBy(() -> matrices.add(loyalty(null, "tag"))).satisfies(fault -> isAt(fault, "/y/support"));
        }
    }

    private static void isAt(Throwable fault, String pointer) {
        assertThat(fault).isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                .extracting(InvalidInputException.Violation::pointer)
                .containsExactly(pointer));
    }

    @Test
    void reads_a_matrix_that_was_kept_before_there_was_support_and_writes_none_where_there_is_none() throws Exception {
        String axis = "{\"fact\":\"a\",\"method\":\"FIXED\",\"parts\":2,\"cuts\":[1.0],\"labels\":[],\"values\":[]}";
        String before =
                "{\"name\":\"Old\",\"filter\":null,\"x\":" + axis + ",\"y\":" + axis + ",\"money\":null,\"texts\":[]}";
        ObjectMapper json = new ObjectMapper();

        Matrix read = json.readValue(before, Matrix.class);

        assertThat(read.x().support()).isNull();
        assertThat(json.writeValueAsString(read)).isEqualTo(before);
    }
}
