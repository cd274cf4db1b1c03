package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncrementsTest {
    private static final List<Status> STATES = List.of(Status.values());
    private static final List<String> FILTERS = List.of(
            "status==active",
            "status!=archived;purchases.count=ge=2",
            "purchases.last=null=true",
            "name==A*,purchases.count==1",
            "segment.s0==true;segment.s1==false",
            "segment.s4==false;status==prospect");

    @ParameterizedTest
    @EnumSource
    void members_after_many_changes_equal_those_of_a_recomputation(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Random random = new Random(7);
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i < FILTERS.size(); i++) {
                segments.add(desk.segments.add(Desk.rule("s" + i, FILTERS.get(i))));
            }
            List<CustomerId> customers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                act(desk, customers, random);
            }
            desk.core.settle();

            for (int i = 0; i < FILTERS.size(); i++) {
                assertThat(desk.names(segments.get(i))).as(FILTERS.get(i)).isEqualTo(desk.found(FILTERS.get(i)));
                assertThat(desk.now(segments.get(i)).size())
                        .isEqualTo(desk.core.customers().count(FILTERS.get(i)));
            }
        }
    }

    private static void act(Desk desk, List<CustomerId> customers, Random random) {
        int what = customers.isEmpty() ? 0 : random.nextInt(3);
        CustomerId any = customers.isEmpty() ? new CustomerId(1) : customers.get(random.nextInt(customers.size()));
        switch (what) {
            case 0 ->
                customers.add(desk.customer(
                        (random.nextBoolean() ? "Ada " : "Bert ") + customers.size(), STATES.get(random.nextInt(4))));
            case 1 -> desk.stand(any, STATES.get(random.nextInt(4)));
            default -> desk.buy(any, "10", LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(50)));
        }
    }
}
