package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.cluster.ClusterFacts;
import io.clientele.segmentation.internal.matrix.Axis;
import io.clientele.segmentation.internal.matrix.Matrices;
import io.clientele.segmentation.internal.matrix.Matrix;
import io.clientele.segmentation.internal.matrix.Placements;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.TraceTable;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergedPlacesTest {
    private static final Matrix VALUE = new Matrix(
            "Value",
            null,
            new Axis("rfm.frequency", Axis.Method.FIXED, 2, List.of(2.0), List.of()),
            new Axis("rfm.money", Axis.Method.FIXED, 2, List.of(50.0), List.of()),
            null,
            List.of());

    /** Ada, and Adele who is the same person. */
    private static final class Twins implements AutoCloseable {
        private final SettableClock clock = new SettableClock(Instant.now().minus(Duration.ofDays(2)));
        private final Desk desk;
        private final CustomerId ada;
        private final CustomerId twin;

        Twins(TestDatabase kind) {
            desk = new Desk(kind, clock);
            desk.core.add(new WholeCustomers(desk.platform, desk.known, desk.rfm));
            desk.core.add(new ClusterFacts());
            var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
            ada = desk.customer("Ada", Status.ACTIVE);
            twin = desk.customer("Adele", Status.ACTIVE);
        }

        Matrices matrices() {
            return new Matrices(desk.platform);
        }

        Placements placements(Matrices matrices) {
            return new Placements(desk.platform, matrices, desk.segments);
        }

        void merge() {
            desk.core.merge(ada, twin);
            desk.core.settle();
        }

        void unmerge() {
            desk.core.unmerge(ada, twin);
            desk.core.settle();
        }

        void buy(CustomerId who, String amount) {
            desk.buy(who, amount, desk.platform.today());
            desk.core.settle();
        }

        List<String> places(CustomerId customer) {
            return desk
                    .platform
                    .transactions()
                    .read(connection -> TraceTable.read(connection, TraceTable.Kind.PLACES, customer.value()))
                    .stream()
                    .map(place -> place.get("taken_on") + " " + place.get("cell"))
                    .toList();
        }

        void cluster(CustomerId customer, int cluster) {
            desk.platform.transactions().write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into segmentation_cluster (customer_id, cluster) values (?, ?)")) {
                    insert.setLong(1, customer.value());
                    insert.setInt(2, cluster);
                    return insert.executeUpdate();
                }
            });
        }

        @Override
        public void close() {
            desk.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cells_on_days_that_were_written_down_follow_a_merge_and_go_back(TestDatabase kind) {
        try (Twins both = new Twins(kind)) {
            Matrices matrices = both.matrices();
            Placements placements = both.placements(matrices);
            long id = matrices.add(VALUE).id();
            both.buy(both.twin, "90");
            LocalDate first = placements.note(id);
            both.clock.forward(Duration.ofDays(1));
            both.buy(both.ada, "10");
            LocalDate second = placements.note(id);

            both.merge();
            List<String> merged = both.places(both.ada);
            List<String> left = both.places(both.twin);
            long[][] moves = placements.moves(id, first, second);
            both.unmerge();

            assertThat(merged).as("her own cell counts where she has one").containsExactly(first + " 3", second + " 1");
            assertThat(left).isEmpty();
            assertThat(moves[3][1]).isEqualTo(1);
            assertThat(both.places(both.ada)).containsExactly(second + " 1");
            assertThat(both.places(both.twin)).containsExactly(first + " 3", second + " 3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_day_that_was_written_down_anew_since_the_merge_does_not_go_back(TestDatabase kind) {
        try (Twins both = new Twins(kind)) {
            Matrices matrices = both.matrices();
            Placements placements = both.placements(matrices);
            long id = matrices.add(VALUE).id();
            both.buy(both.twin, "10");
            LocalDate day = placements.note(id);
            both.merge();

            LocalDate again = placements.note(id);
            both.unmerge();

            assertThat(again).isEqualTo(day);
            assertThat(both.places(both.ada)).containsExactly(day + " 1");
            assertThat(both.places(both.twin)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cluster_goes_to_a_survivor_without_one_and_back_and_segments_follow(TestDatabase kind) {
        try (Twins both = new Twins(kind)) {
            both.cluster(both.twin, 2);
            Segment seconds = both.desk.segments.add(Desk.rule("seconds", "rfm.cluster==2"));
            List<String> before = both.desk.names(seconds);

            both.merge();
            List<String> merged = both.desk.names(seconds);
            both.unmerge();

            assertThat(before).containsExactly("Adele");
            assertThat(merged).containsExactly("Ada");
            assertThat(both.desk.names(seconds)).containsExactly("Adele");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_survivor_with_a_cluster_keeps_it_and_the_other_gets_its_own_back(TestDatabase kind) {
        try (Twins both = new Twins(kind)) {
            both.cluster(both.ada, 1);
            both.cluster(both.twin, 2);

            both.merge();
            List<String> firsts = both.desk.found("rfm.cluster==1");
            both.unmerge();

            assertThat(firsts).containsExactly("Ada");
            assertThat(both.desk.found("rfm.cluster==1")).containsExactly("Ada");
            assertThat(both.desk.found("rfm.cluster==2")).containsExactly("Adele");
        }
    }
}
