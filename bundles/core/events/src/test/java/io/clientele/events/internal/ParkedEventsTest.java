package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.events.internal.store.ParkedEvent;
import io.clientele.kernel.NotFoundException;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParkedEventsTest {
    @ParameterizedTest
    @EnumSource
    void what_is_parked_is_shown_and_can_be_skipped_for_good(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            List<String> audited = new ArrayList<>();
            ParkedEvents parked = new ParkedEvents(
                    node.transactions(), new SystemCallers(), change -> audited.add(change.action()), node.feeds());
            node.subscribe("feed", event -> {
                throw new IllegalArgumentException("not " + event.customer());
            });
            node.append("test.Added", 1);
            node.append("test.Added", 2);
            Node.eventually(
                    "both are parked",
                    () -> parked.list("feed", 10, null).items().size() == 2);

            ParkedEvent first = parked.list("feed", 1, null).items().get(0);
            String next = parked.list("feed", 1, null).next();
            parked.skip("feed", first.event().sequence());

            assertThat(first.error()).endsWith("not 1");
            assertThat(parked.list("feed", 1, next).items())
                    .isEqualTo(parked.list("feed", 10, null).items())
                    .hasSize(1);
            assertThat(audited).containsExactly("events.EventSkipped");
            assertThatThrownBy(() -> parked.skip("feed", first.event().sequence()))
                    .isInstanceOf(NotFoundException.class);
        }
    }
}
