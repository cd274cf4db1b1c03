package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.harness.Staff;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Status;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlapsTest {
    @ParameterizedTest
    @EnumSource
    void tells_how_segments_divide_customers_and_which_never_get_any(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            desk.customer("Alan", Status.ACTIVE);
            desk.customer("Bert", Status.ACTIVE);
            desk.customer("Cleo", Status.PROSPECT);
            desk.segments.add(Desk.rule("active", "status==active"));
            desk.segments.add(Desk.rule("named", "name==A*"));
            desk.segments.add(Desk.rule("bert", "name==Bert"));
            Overlaps overlaps = new Overlaps(desk.platform, desk.known);

            Overlaps.Division division = overlaps.of(List.of("active", "named", "bert"));

            assertThat(division)
                    .isEqualTo(new Overlaps.Division(
                            4,
                            1,
                            3,
                            List.of(
                                    new Overlaps.Part("active", 3, 3, 0, false),
                                    new Overlaps.Part("named", 2, 0, 0, true),
                                    new Overlaps.Part("bert", 1, 0, 0, true)),
                            List.of(
                                    new Overlaps.Pair("active", "named", 2),
                                    new Overlaps.Pair("active", "bert", 1),
                                    new Overlaps.Pair("named", "bert", 0))));
            assertThat(overlaps.of(List.of("bert", "active")).segments())
                    .extracting(Overlaps.Part::first)
                    .containsExactly(1L, 2L);
            assertThat(desk.core.<Long>as(
                            Staff.agent(7), () -> overlaps.of(List.of("active")).customers()))
                    .isZero();
            assertThatThrownBy(() -> overlaps.of(List.of("active", "nobody")))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> overlaps.of(List.of("active", "active")))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
