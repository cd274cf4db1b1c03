package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.harness.TestCore;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspensionTest {
    @ParameterizedTest
    @EnumSource
    void keeps_the_last_members_while_a_fact_is_away_and_catches_up_when_it_is_back(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Scores scores = new Scores(desk.core);
            desk.core.add(scores);
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            scores.put(ada);
            Segment best = desk.segments.add(Desk.rule("best", "value.score==5"));
            Segment behind = desk.segments.add(Desk.rule("behind", "segment.best==false"));

            desk.core.settle();
            desk.core.remove(scores);
            scores.put(bert);
            int suspended = new Returning(desk.platform, desk.known).run();
            desk.stand(ada, Status.ARCHIVED);
            desk.core.settle();

            assertThat(suspended).isEqualTo(1);
            assertThat(desk.now(best).suspended()).contains("there is no fact 'value.score'");
            assertThat(desk.names(best)).containsExactly("Ada");

            desk.core.add(scores);
            int resumed = new Returning(desk.platform, desk.known).run();

            assertThat(resumed).isEqualTo(1);
            assertThat(desk.now(best).suspended()).isNull();
            assertThat(desk.names(best)).containsExactly("Ada", "Bert");
            assertThat(desk.names(behind)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_does_not_fail_because_a_fact_is_away(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Scores scores = new Scores(desk.core);
            desk.core.add(scores);
            Segment best = desk.segments.add(Desk.rule("best", "value.score==5;status==active"));
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.core.remove(scores);

            desk.customer("Ada", Status.ACTIVE);
            desk.core.settle();

            assertThat(desk.now(best).suspended()).isNotNull();
            assertThat(desk.names(active)).containsExactly("Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_depends_on_a_segment_since_it_came_back_follows(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Scores scores = new Scores(desk.core);
            desk.core.add(scores);
            scores.put(desk.customer("Ada", Status.ACTIVE));
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            Segment best = desk.segments.add(Desk.rule("best", "value.score==5"));
            desk.core.settle();
            desk.core.remove(scores);
            scores.put(bert);
            int suspended = new Returning(desk.platform, desk.known).run();
            desk.core.add(scores);
            Platform late = Overtaken.by(desk, other -> other.add(Desk.rule("behind", "segment.best==true")));

            int resumed = new Returning(late, desk.known).run();

            assertThat(List.of(suspended, resumed)).containsExactly(1, 1);
            assertThat(desk.names(best)).containsExactly("Ada", "Bert");
            assertThat(desk.names(desk.segments.find("behind").orElseThrow())).containsExactly("Ada", "Bert");
        }
    }

    /** A fact of another module; it stands in a column of the registry's that nothing else here writes. */
    private record Scores(TestCore core) implements FactSource {
        void put(CustomerId customer) {
            core.transactions().write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into registry_activity (customer_id, interactions, purchases) values (?, 5, 0)")) {
                    insert.setLong(1, customer.value());
                    return insert.executeUpdate();
                }
            });
        }

        @Override
        public String table() {
            return "registry_activity";
        }

        @Override
        public String customerColumn() {
            return "customer_id";
        }

        @Override
        public Cardinality cardinality() {
            return Cardinality.ONE;
        }

        @Override
        public List<FactColumn> columns() {
            return List.of(FactColumn.of("value.score", FactType.NUMBER, "interactions", Map.of("en", "Score")));
        }
    }
}
