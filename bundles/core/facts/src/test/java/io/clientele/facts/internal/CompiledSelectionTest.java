package io.clientele.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.access.Scope;
import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.kernel.InvalidInputException;
import io.clientele.testkit.TestDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompiledSelectionTest {
    private static final Instant NOW = Samples.NOW;

    /** Ann was visited five days and an hour ago, Bob twenty days ago, Carol never. */
    private static final List<Sample> THREE = List.of(
            visited(1, "ann", Duration.ofDays(5).plusHours(1)),
            visited(2, "bob", Duration.ofDays(20)),
            Sample.named(3, "carol"));

    @ParameterizedTest
    @EnumSource
    void selects_whom_a_list_shows(TestDatabase database) throws SQLException {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);

        for (String filter :
                List.of("name==ann", "activity.visits=ge=1", "activity.visits=null=true", "tag==ann,name==c*")) {
            assertThat(ids(tables, tables.customers.of(filter).all(NOW))).isEqualTo(tables.list(filter));
        }
        assertThat(ids(tables, tables.customers.of(null).all(NOW))).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @EnumSource
    void looks_at_nobody_but_those_among(TestDatabase database) throws SQLException {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);
        Selection selection = tables.customers.of("activity.visits=ge=1");

        assertThat(ids(tables, selection.among(List.of(2L, 3L), NOW))).containsExactly(2L);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> selection.among(List.of(), NOW));
    }

    @ParameterizedTest
    @EnumSource
    void keeps_to_what_the_caller_sees(TestDatabase database) throws SQLException {
        Sample foreign = new Sample(4, 2, null, Map.of("name", List.of("ann"), "createdAt", List.of(Instant.EPOCH)));
        SampleDatabase tables = SampleDatabase.holding(database, List.of(THREE.get(0), foreign));
        tables.signIn(SampleDatabase.sees(Scope.OWN, 2));

        Selection selection = tables.customers.of("name==ann,name==bob");

        assertThat(ids(tables, selection.all(NOW))).containsExactly(4L);
        assertThat(ids(tables, selection.among(List.of(1L, 4L), NOW))).containsExactly(4L);
        assertThat(ids(tables, selection.with(List.of("name"), NOW))).containsExactly(4L);
    }

    @ParameterizedTest
    @EnumSource
    void brings_the_values_of_facts_along(TestDatabase database) throws SQLException {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);
        Subquery query = tables.customers.of(null).with(List.of("activity.visits", "name"), NOW);

        List<String> rows = rows(tables, query, "concat(s.id, ' ', s.f1, ' ', s.f2)");

        assertThat(rows).containsExactly("1 1 ann", "2 1 bob", "3  carol");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> tables.customers.of(null).with(List.of("tag"), NOW));
    }

    @ParameterizedTest
    @EnumSource
    void knows_whom_time_alone_turns(TestDatabase database) throws SQLException {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);
        Selection selection = tables.customers.of("activity.last=lt=-P6D;name!=x");
        Instant later = NOW.plus(Duration.ofDays(1));

        assertThat(selection.isTimed()).isTrue();
        assertThat(ids(tables, selection.turning(NOW, later).orElseThrow())).containsExactly(1L);
        assertThat(ids(tables, selection.all(NOW))).containsExactly(2L);
        assertThat(ids(tables, selection.all(later))).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void days_turn_at_midnight_only(TestDatabase database) throws SQLException {
        Sample born = new Sample(
                1,
                1,
                null,
                Map.of(
                        "name", List.of("ann"),
                        "createdAt", List.of(NOW),
                        "born", List.of(LocalDate.of(2026, 3, 15))));
        SampleDatabase tables = SampleDatabase.holding(database, List.of(born));
        Selection selection = tables.customers.of("born==P0D");

        Optional<Subquery> sameDay = selection.turning(NOW, NOW.plus(Duration.ofHours(11)));
        Optional<Subquery> nextDay = selection.turning(NOW, NOW.plus(Duration.ofHours(13)));

        assertThat(sameDay).isEmpty();
        assertThat(ids(tables, nextDay.orElseThrow())).containsExactly(1L);
        assertThat(tables.customers.of("born==2026-03-15").turning(NOW, NOW.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_presence_is_true_where_there_is_a_row_and_false_elsewhere(TestDatabase database) {
        Sample one = new Sample(
                1, 1, null, Map.of("name", List.of("ann"), "createdAt", List.of(NOW), "account", List.of(1L)));
        SampleDatabase tables = SampleDatabase.holding(database, List.of(one, Sample.named(2, "bob")));
        FactColumn presence = FactColumn.presence("sample.one", "account", 1, Map.of("en", "One"));
        FactSource source = Samples.source("sample_customer", "id", FactSource.Cardinality.MANY, List.of(presence));
        tables.catalogue.add("samples", source);

        assertThat(tables.list("sample.one==true")).containsExactly(1L);
        assertThat(tables.list("sample.one!=false")).containsExactly(1L);
        assertThat(tables.list("sample.one==false")).containsExactly(2L);
        assertThat(tables.list("sample.one!=true")).containsExactly(2L);
        assertThat(tables.list("sample.one=null=true")).isEmpty();
        assertThat(tables.list("sample.one=null=false")).containsExactly(1L, 2L);
        assertThat(tables.customers.of("sample.one==true;name==ann").facts())
                .containsExactlyInAnyOrder("name", "sample.one");
        tables.catalogue.remove(source);
    }

    private static Sample visited(long id, String name, Duration ago) {
        return new Sample(
                id,
                1,
                null,
                Map.of(
                        "name", List.of(name),
                        "createdAt", List.of(Instant.EPOCH),
                        "activity.visits", List.of(1),
                        "activity.last", List.of(NOW.minus(ago))));
    }

    private static List<Long> ids(SampleDatabase tables, Subquery query) throws SQLException {
        return rows(tables, query, "s.id").stream().map(Long::valueOf).toList();
    }

    private static List<String> rows(SampleDatabase tables, Subquery query, String column) throws SQLException {
        String sql = "select " + column + ", ? from (" + query.sql() + ") s where s.id > ? order by s.id";
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = tables.connection.prepareStatement(sql)) {
            statement.setInt(1, 7);
            int next = query.bind(statement, 2);
            statement.setLong(next, 0);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}
