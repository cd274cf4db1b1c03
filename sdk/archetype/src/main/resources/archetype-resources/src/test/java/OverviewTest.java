package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.harness.Staff;
import io.clientele.harness.TestCore;
import io.clientele.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

class OverviewTest {
    @Test
    void counts_the_customers_that_the_caller_sees() {
        try (TestCore core = TestCore.start(TestDatabase.H2)) {
            Overview overview = new Overview(core.customers());
            core.customer("Ada");
            core.as(Staff.agent(7), () -> core.customer("Bert"));

            assertThat(overview.get()).isEqualTo(new Overview.Answer(2));
            assertThat(core.as(Staff.agent(7), overview::get)).isEqualTo(new Overview.Answer(1));
        }
    }
}
