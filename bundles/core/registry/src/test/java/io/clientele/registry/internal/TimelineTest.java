package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Direction;
import io.clientele.registry.Interaction;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.Profile;
import io.clientele.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineTest {
    private static NewInteraction call(String occurredAt, String text) {
        return new NewInteraction(
                InteractionKind.CALL,
                Direction.IN,
                "phone",
                Instant.parse(occurredAt),
                List.of("Ada", "王"),
                "promised",
                text);
    }

    @ParameterizedTest
    @EnumSource
    void lists_the_newest_first_page_by_page(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedTimeline timeline = new RecordedTimeline(test.foundation);
            CustomerId id = test.as(ANNA, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                    .id();
            test.as(ANNA, () -> timeline.add(id, call("2026-01-01T10:00:00Z", "first")));
            Interaction third = test.as(ANNA, () -> timeline.add(id, call("2026-03-01T10:00:00Z", "third\nline")));
            test.as(ANNA, () -> timeline.add(id, call("2026-02-01T10:00:00Z", "second")));

            Page<Interaction> page = test.as(ANNA, () -> timeline.list(id, 2, null));
            Page<Interaction> rest = test.as(ANNA, () -> timeline.list(id, 2, page.next()));

            assertThat(page.items()).first().isEqualTo(third);
            assertThat(page.items()).extracting(i -> i.content().text()).containsExactly("third\nline", "second");
            assertThat(rest.items()).extracting(i -> i.content().text()).containsExactly("first");
            assertThat(rest.next()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hides_the_timeline_of_a_foreign_customer(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedTimeline timeline = new RecordedTimeline(test.foundation);
            CustomerId id = test.as(ANNA, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                    .id();

            assertThatThrownBy(() -> test.as(BERT, () -> timeline.list(id, 10, null)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> test.as(BERT, () -> timeline.add(id, call("2026-01-01T10:00:00Z", "x"))))
                    .isInstanceOf(NotFoundException.class);
            assertThat(test.as(ANNA, () -> timeline.list(id, 10, null)).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_what_has_not_happened_yet(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedTimeline timeline = new RecordedTimeline(test.foundation);
            CustomerId id = test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                    .id();

            assertThatThrownBy(() -> test.as(ADMIN, () -> timeline.add(id, call("2999-01-01T10:00:00Z", "x"))))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
