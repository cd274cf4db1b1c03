package io.clientele.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.access.Scope;
import io.clientele.facts.FactValues;
import io.clientele.facts.internal.rest.FactValuesResource;
import io.clientele.kernel.InvalidInputException;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactValuesTest {
    private static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Sample ADA = new Sample(
            7,
            1,
            5L,
            Map.of(
                    "name", List.of("ada"),
                    "createdAt", List.of(MADE),
                    "address.city", List.of("上海"),
                    "score", List.of(new BigDecimal("12.5")),
                    "active", List.of(true),
                    "born", List.of(LocalDate.of(1990, 2, 3)),
                    "account", List.of(31L),
                    "activity.visits", List.of(4),
                    "tag", List.of("vip", "press")));
    private static final Sample BOB = Sample.named(8, "bob");

    private static FactValues values(SampleDatabase tables) {
        return new CompiledFactValues(tables.catalogue, tables, tables.dialect, tables);
    }

    @ParameterizedTest
    @EnumSource
    void tells_facts_of_every_type_and_of_every_table(TestDatabase database) {
        FactValues values = values(SampleDatabase.holding(database, List.of(ADA, BOB)));

        Map<Long, Map<String, Object>> found = values.of(
                List.of(7L, 8L),
                List.of(
                        "name",
                        "createdAt",
                        "address.city",
                        "score",
                        "active",
                        "born",
                        "account",
                        "activity.visits",
                        "tag",
                        "email"));

        assertThat(found.get(7L))
                .isEqualTo(Map.of(
                        "name",
                        "ada",
                        "createdAt",
                        MADE,
                        "address.city",
                        "上海",
                        "score",
                        new BigDecimal("12.5"),
                        "active",
                        true,
                        "born",
                        LocalDate.of(1990, 2, 3),
                        "account",
                        "000000000000Z",
                        "activity.visits",
                        new BigDecimal("4"),
                        "tag",
                        List.of("press", "vip")));
        assertThat(found.get(8L)).isEqualTo(Map.of("name", "bob", "createdAt", Instant.EPOCH));
    }

    @ParameterizedTest
    @EnumSource
    void tells_nothing_of_customers_out_of_sight(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, List.of(ADA, BOB));
        FactValues values = values(tables);
        List<String> facts = List.of("name", "activity.visits", "tag");

        tables.signIn(SampleDatabase.sees(Scope.OWN, 99));

        assertThat(values.of(List.of(7L, 8L), facts)).isEmpty();
        assertThat(values.beginning("tag", "")).isEmpty();

        tables.signIn(SampleDatabase.sees(Scope.TEAM, 99, 5));

        assertThat(values.of(List.of(7L, 8L), facts)).containsOnlyKeys(7L);
        assertThat(values.beginning("tag", "")).containsExactly("press", "vip");
    }

    @ParameterizedTest
    @EnumSource
    void offers_values_that_begin_so(TestDatabase database) {
        FactValues values = values(SampleDatabase.holding(database, List.of(ADA, BOB)));

        assertThat(new FactValuesResource(values).beginning("name", "A").items())
                .containsExactly("ada");
        assertThat(values.beginning("address.city", "上")).containsExactly("上海");
        assertThat(values.beginning("address.city", "")).containsExactly("上海");
        assertThat(values.beginning("tag", "v")).containsExactly("vip");
        assertThat(values.beginning("tag", "x")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void says_which_fact_cannot_be_told(TestDatabase database) {
        FactValues values = values(SampleDatabase.holding(database, List.of(ADA)));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> values.of(List.of(7L), List.of("name", "adress.city")))
                .withMessageContaining("address.city");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> values.of(List.of(7L), List.of("search")));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> values.beginning("score", "1"));
    }
}
