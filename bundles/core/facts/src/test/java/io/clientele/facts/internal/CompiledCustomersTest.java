package io.clientele.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.access.Scope;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Row;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.testkit.TestDatabase;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledCustomersTest {
    private static final List<Sample> THREE =
            List.of(Sample.named(1, "carol"), Sample.named(2, "ann"), Sample.named(3, "bob"));

    @ParameterizedTest
    @EnumSource
    void hands_the_reader_the_columns_it_asked_for(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);
        Row<String> row = new Row<>(List.of("name", "id"), rows -> rows.getString(1) + rows.getLong(2));

        Page<String> page = tables.customers.list(new CustomerQuery(null, "-name", 2, null, true), row);

        assertThat(page.items()).containsExactly("carol1", "bob3");
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.next()).isNotNull();
        assertThat(tables.customers.find(2, row)).contains("ann2");
        assertThat(tables.customers.find(4, row)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_last_page_has_no_next_even_when_it_is_full(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);

        assertThat(tables.page(null, null, 3, null).next()).isNull();
        assertThat(tables.page("name==x", null, 3, null).items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goes_through_more_customers_than_one_batch_holds(TestDatabase database) {
        List<Sample> many = LongStream.rangeClosed(1, 2_001)
                .mapToObj(id -> Sample.named(id, "n" + id % 7))
                .toList();
        SampleDatabase tables = SampleDatabase.holding(database, many);
        List<Long> seen = new ArrayList<>();

        tables.customers.forEach("name!=n3", SampleDatabase.IDS, seen::add);

        assertThat(seen)
                .isEqualTo(many.stream()
                        .filter(s -> s.id() % 7 != 3)
                        .map(Sample::id)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_cursor_fits_only_the_question_it_came_from(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);
        String cursor = String.valueOf(tables.page("name!=x", "name", 1, null).next());

        assertThat(tables.page("name!=x", "name", 1, cursor).items()).containsExactly(3L);
        assertRefused(tables, new CustomerQuery("name!=y", "name", 1, cursor, false));
        assertRefused(tables, new CustomerQuery("name!=x", "-name", 1, cursor, false));
        assertRefused(tables, new CustomerQuery(null, null, 1, cursor, false));
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertRefused(tables, new CustomerQuery("name!=x", "name", 1, altered, false));
            assertRefused(tables, new CustomerQuery("name!=x", "name", 1, cursor.substring(0, i) + "=", false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cursor_of_another_does_not_show_what_the_caller_may_not_see(TestDatabase database) {
        SampleDatabase tables = SampleDatabase.holding(database, THREE);
        String cursor = tables.page(null, "name", 1, null).next();

        tables.signIn(SampleDatabase.sees(Scope.OWN, 99));

        assertThat(tables.page(null, "name", 1, cursor).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
    void a_page_has_between_one_and_two_hundred_customers(int limit) {
        SampleDatabase tables = SampleDatabase.holding(TestDatabase.H2, THREE);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> tables.page(null, null, limit, null))
                .satisfies(e -> assertThat(e.violations().get(0).pointer()).isEqualTo("limit"));
    }

    @Test
    void understands_and_compiles_the_same_question_once() {
        SampleDatabase tables = SampleDatabase.holding(TestDatabase.H2, THREE);
        Catalogue catalogue = tables.catalogue.current();

        assertThat(catalogue.query("name==a*", "name")).isSameAs(catalogue.query("name==a*", "name"));
        assertThat(catalogue.query("name==a*", "name")).isNotSameAs(catalogue.query("name==a*", "-name"));
    }

    @Test
    void a_sorted_prefix_search_is_one_walk_along_an_index_on_postgresql() throws Exception {
        SampleDatabase tables = SampleDatabase.holding(TestDatabase.POSTGRESQL, List.of());
        fill(tables);

        assertThat(plan(tables, "name==n1*", "name", null))
                .contains("sample_customer_name")
                .doesNotContain("Sort");
        assertThat(plan(tables, null, "-name", null)).contains("Backward using sample_customer_name");
        String cursor = tables.page(null, "name", 50, null).next();
        assertThat(plan(tables, null, "name", cursor))
                .contains("Index Cond", "ROW(")
                .doesNotContain("Sort");
        assertThat(plan(tables, "address.city==c7", "address.city", null)).doesNotContain("Sort");
        assertThat(plan(tables, "search=text='wor9 x123'", null, null)).contains("sample_customer_words");
        assertThat(plan(tables, "tag==t5", null, null)).contains("sample_key_pkey");
    }

    private static void fill(SampleDatabase tables) throws Exception {
        try (var statement = tables.connection.createStatement()) {
            statement.execute("insert into sample_customer (id, owner_id, name, city, created_at, words)"
                    + " select i, i % 100, 'n' || i, 'c' || i % 10, now(), 'wor' || i || ' x' || i % 500"
                    + " from generate_series(1, 20000) i");
            statement.execute(
                    "insert into sample_key select 'tag', 't' || i % 5000, i from generate_series(1, 20000) i");
            statement.execute("analyze");
        }
    }

    private static String plan(
            SampleDatabase tables, @Nullable String filter, @Nullable String sort, @Nullable String cursor)
            throws Exception {
        Query query = tables.catalogue.current().query(filter, sort);
        List<@Nullable Object> after =
                cursor == null ? List.of() : query.cursor().read(cursor);
        String present = cursor == null ? null : query.cursor().presence(after);
        Query.Shape shape = new Query.Shape(
                Query.Purpose.LIST, Query.View.ALL, List.of("id", "name", "city"), present, 51, tables.dialect);
        Sql sql = query.plan(shape).sql();
        Execution run = new Execution(Samples.NOW, null, after, List.of());
        StringBuilder lines = new StringBuilder();
        try (var statement = new Sql("explain " + sql.text(), sql.parameters()).prepare(tables.connection, run);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    private static void assertRefused(SampleDatabase tables, CustomerQuery query) {
        assertThatExceptionOfType(InvalidInputException.class)
                .as("%s", query)
                .isThrownBy(() -> tables.customers.list(query, SampleDatabase.IDS))
                .satisfies(e -> assertThat(e.violations().get(0).pointer()).isEqualTo("cursor"));
    }
}
