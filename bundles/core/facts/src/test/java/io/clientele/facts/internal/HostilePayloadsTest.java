package io.clientele.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clientele.kernel.InvalidInputException;
import io.clientele.testkit.HostileTexts;
import io.clientele.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostilePayloadsTest {
    private static final List<String> PAYLOADS = HostileTexts.all();

    @ParameterizedTest
    @EnumSource
    void as_a_filter_each_is_refused_or_means_a_plain_condition(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, samples());

        for (String payload : PAYLOADS) {
            assertHarmless(payload, () -> tables.list(payload));
            assertHarmless(payload, () -> tables.list("address.city==" + payload));
            assertHarmless(payload, () -> tables.list("search=text=" + payload));
            assertHarmless(payload, () -> tables.list("active==true;" + payload + ";active==true"));
        }

        assertThat(tables.customers.count(null)).isEqualTo(PAYLOADS.size());
    }

    @ParameterizedTest
    @EnumSource
    void as_a_quoted_value_each_is_found_literally_and_nothing_else_is(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, samples());

        for (int i = 0; i < PAYLOADS.size(); i++) {
            String quoted = "'" + PAYLOADS.get(i).replace("\\", "\\\\").replace("'", "\\'") + "'";

            assertThat(tables.list("address.city==" + quoted)).containsExactly((long) i + 1);
            assertThat(tables.list("address.city=in=(" + quoted + ")")).containsExactly((long) i + 1);
            assertThat(tables.list("tag==" + quoted)).containsExactly((long) i + 1);
            assertThat(tables.list("address.city==" + quoted + "*")).contains((long) i + 1);
            assertThat(tables.customers.count("address.city!=" + quoted)).isEqualTo(PAYLOADS.size() - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void as_an_order_or_a_cursor_each_is_refused(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, samples());

        for (String payload : PAYLOADS) {
            assertThat(catchThrowable(() -> tables.list(null, payload)))
                    .as(payload)
                    .isInstanceOf(InvalidInputException.class);
            assertThat(catchThrowable(() -> tables.page(null, "name", 50, payload)))
                    .as(payload)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    private static void assertHarmless(String payload, Runnable attempt) {
        Throwable thrown = catchThrowable(attempt::run);

        assertThat(thrown == null || thrown instanceof InvalidInputException)
                .as("%s: %s", payload, thrown)
                .isTrue();
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (String payload : PAYLOADS) {
            long id = samples.size() + 1L;
            samples.add(new Sample(
                    id,
                    1,
                    null,
                    Map.of(
                            "name", List.of("x"),
                            "createdAt", List.of(Instant.EPOCH),
                            "address.city", List.of(payload),
                            "tag", List.of(payload))));
        }
        return samples;
    }
}
