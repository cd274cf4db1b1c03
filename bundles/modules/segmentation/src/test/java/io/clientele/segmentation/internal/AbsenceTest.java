package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More changes with {@code -Dchanges=100000}. */
class AbsenceTest {
    private static final int CHANGES = Integer.getInteger("changes", 2_000);
    private static final List<Status> STATES = List.of(Status.values());

    @ParameterizedTest
    @EnumSource
    void members_equal_a_recomputation_after_the_module_was_away(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Random random = new Random(11);
            List<CustomerId> customers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                customers.add(desk.customer("Customer " + i, STATES.get(random.nextInt(STATES.size()))));
            }
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            Segment others = desk.segments.add(Desk.rule("others", "segment.active==false;purchases.count=lt=3"));
            desk.core.settle();

            desk.leaves();
            for (int i = 0; i < CHANGES; i++) {
                act(desk, customers.get(random.nextInt(customers.size())), random);
            }
            List<String> before = desk.names(active);
            desk.returns();
            desk.core.settle();

            assertThat(desk.names(active)).isNotEqualTo(before).isEqualTo(desk.found("status==active"));
            assertThat(desk.names(others)).isEqualTo(desk.found("status!=active;purchases.count=lt=3"));
            assertThat(desk.segments.recompute(active.id()).size())
                    .isEqualTo(desk.names(active).size());
        }
    }

    private static void act(Desk desk, CustomerId customer, Random random) {
        if (random.nextInt(4) == 0) {
            desk.buy(customer, "10", desk.platform.today().minusDays(random.nextInt(50)));
        } else {
            desk.stand(customer, STATES.get(random.nextInt(STATES.size())));
        }
    }
}
