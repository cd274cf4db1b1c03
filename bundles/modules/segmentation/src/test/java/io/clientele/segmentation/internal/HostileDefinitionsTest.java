package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.rest.SegmentBody;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.HostileTexts;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that is sent as a segment is ever run: it is refused, or it is text. */
class HostileDefinitionsTest {
    private static final List<String> PAYLOADS = HostileTexts.all();

    @ParameterizedTest
    @EnumSource
    void as_a_filter_a_key_or_another_segment_each_is_refused_or_finds_nobody(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);

            assertThat(PAYLOADS).hasSizeGreaterThan(200);
            for (String payload : PAYLOADS) {
                // A word such as true or null is a key like any other.
                assertHarmless(payload, () -> desk.segments.add(Desk.rule(payload, "status==archived")));
                assertHarmless(payload, () -> desk.segments.add(combined(payload)));
                assertHarmless(payload, () -> desk.members.preview(payload));
                assertThat(desk.members
                                .preview("name.written==" + quoted(payload))
                                .count())
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void as_a_purpose_or_in_quotes_each_is_only_text(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment segment = desk.segments.add(Desk.rule("s", "status==active"));
            long version = 1;

            for (String payload : PAYLOADS) {
                Definition definition = new Definition(
                        "s",
                        "S",
                        Kind.RULE,
                        "name.written==" + quoted(payload),
                        payload,
                        null,
                        Definition.Validity.ALWAYS);
                Segment after = desk.segments.replace(segment.id(), version++, definition);

                assertThat(after.definition()).isEqualTo(definition);
                assertThat(after.size()).isZero();
            }
        }
    }

    private static Definition combined(String payload) {
        return Desk.rule("x", new SegmentBody.Combination(List.of(payload), null, null).filter());
    }

    private static String quoted(String payload) {
        return "'" + payload.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static void assertHarmless(String payload, Runnable attempt) {
        Throwable thrown = catchThrowable(attempt::run);

        assertThat(thrown == null || thrown instanceof InvalidInputException || thrown instanceof ConflictException)
                .as("%s: %s", payload, thrown)
                .isTrue();
    }
}
