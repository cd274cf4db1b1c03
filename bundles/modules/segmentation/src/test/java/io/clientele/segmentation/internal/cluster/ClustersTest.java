package io.clientele.segmentation.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.harness.Staff;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClustersTest {
    @ParameterizedTest
    @EnumSource
    void tells_two_kinds_of_customers_apart_and_says_what_they_are_like(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.core.add(new ClusterFacts());
            Clusters clusters = shop(desk);
            Segment best = desk.segments().add(Desk.rule("best", "rfm.cluster==1"));

            Clusters.Findings findings = clusters.run(2);

            assertThat(findings.clusters()).isEqualTo(2);
            assertThat(findings.profiles())
                    .extracting(Profile::words)
                    .containsExactly("bought recently, often, spends much", "bought long ago, seldom, spends little");
            assertThat(findings.profiles()).extracting(Profile::customers).containsExactly(10, 14);
            assertThat(desk.names(best)).hasSize(10).allMatch(name -> name.startsWith("Good"));
            assertThat(findings.profiles()).extracting(Profile::stability).containsExactly(1.0, 1.0);
            assertThat(findings.profiles())
                    .extracting(Profile::verdict)
                    .containsExactly("highly stable", "highly stable");
            assertThat(clusters.last()).contains(findings);
            assertThat(clusters.run(2).profiles()).isEqualTo(findings.profiles());
            assertThat(clusters.run(null).trials()).hasSize(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_an_agent_what_the_own_customers_in_each_cluster_are_like(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Clusters clusters = shop(desk);
            Caller agent = Staff.agent(7);
            LocalDate today = desk.platform.today();
            desk.core.as(agent, () -> {
                buy(desk, "Own 1", "8", today.minusDays(300));
                buy(desk, "Own 2", "5", today.minusDays(303));
                return desk.customer("Own 3", Status.ACTIVE);
            });
            desk.core.settle();

            Clusters.Findings told = desk.core.as(agent, () -> clusters.run(2));
            Clusters.Findings all = clusters.last().orElseThrow();

            assertThat(all.customers()).isEqualTo(26);
            assertThat(all.profiles()).extracting(Profile::customers).containsExactly(10, 16);
            Profile weak = all.profiles().get(1);
            assertThat(told)
                    .isEqualTo(new Clusters.Findings(
                            all.ranAt(),
                            2,
                            2,
                            List.of(new Profile(2, 2, 301.5, 1, 6.5, weak.words(), weak.stability(), weak.verdict())),
                            List.of()));
            assertThat(desk.core.as(agent, clusters::last)).contains(told);
            assertThat(desk.core.as(Staff.agent(8), clusters::last))
                    .contains(new Clusters.Findings(all.ranAt(), 0, 2, List.of(), List.of()));
        }
    }

    private static void buy(Desk desk, String name, String amount, LocalDate on) {
        desk.buy(desk.customer(name, Status.ACTIVE), amount, on);
    }

    @ParameterizedTest
    @EnumSource
    void wants_enough_customers_and_a_sensible_number(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Clusters clusters = new Clusters(desk.platform, desk.upkeep, desk.rfm);

            assertThatThrownBy(() -> clusters.run(null)).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> clusters.run(9)).isInstanceOf(InvalidInputException.class);
            assertThat(clusters.last()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_what_an_earlier_version_found(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            String found =
                    "{\"ranAt\": \"2026-11-20T03:00:00Z\", \"customers\": 24, \"clusters\": 2, \"profiles\": [{\"cluster\": 1,"
                            + " \"customers\": 10, \"days\": 2, \"frequency\": 4, \"money\": 800, \"words\": \"often\"}],"
                            + " \"trials\": [{\"clusters\": 2, \"stability\": 1, \"worst\": 1, \"silhouette\": 0.9}]}";
            desk.platform.transactions().write(connection -> {
                new ClusterTable(connection, desk.platform.dialect()).note(1, desk.platform.now(), found);
                return found;
            });

            Clusters.Findings told =
                    new Clusters(desk.platform, desk.upkeep, desk.rfm).last().orElseThrow();

            assertThat(told.profiles()).containsExactly(new Profile(1, 10, 2, 4, 800, "often", null, null));
            assertThat(told.trials()).containsExactly(new Choice.Trial(2, 1, 1, .9, null));
        }
    }

    /** Ten who bought much of late, and fourteen who bought little long ago. */
    private static Clusters shop(Desk desk) {
        for (int i = 0; i < 24; i++) {
            boolean good = i < 10;
            CustomerId customer = desk.customer((good ? "Good " : "Weak ") + i, Status.ACTIVE);
            for (int day : good ? List.of(1, 8, 15, 22) : List.of(300)) {
                desk.buy(
                        customer,
                        String.valueOf((good ? 200 : 5) + i % 3),
                        desk.platform.today().minusDays(day + i % 4));
            }
        }
        var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
        return new Clusters(desk.platform, desk.upkeep, desk.rfm);
    }
}
