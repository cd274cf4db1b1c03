package io.clientele.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.access.Caller;
import io.clientele.access.Scope;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.api.domains.Domain;

@Domain(SampleDomain.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class FilterPropertiesTest {

    @Property(tries = 1_000)
    void reading_a_written_filter_gives_the_same_filter(@ForAll Filter filter) {
        Filter read = FilterParser.parse(Printer.print(filter), SampleDomain.CATALOGUE);

        assertThat(read).isEqualTo(filter);
    }

    @Property(tries = 50)
    void both_databases_find_what_a_plain_evaluation_finds(
            @ForAll @Size(min = 5, max = 12) @UniqueElements(by = ById.class) List<Sample> samples,
            @ForAll @Size(12) List<Filter> filters) {
        for (TestDatabase database : TestDatabase.values()) {
            SampleDatabase tables = SampleDatabase.holding(database, samples);
            Evaluator evaluator = new Evaluator(tables.dialect, Samples.NOW);
            for (Filter filter : filters) {
                List<Long> expected = ids(samples, s -> evaluator.holds(filter, s));
                String written = Printer.print(filter);

                assertThat(tables.list(written)).as("%s: %s", database, written).isEqualTo(expected);
                assertThat(tables.customers.count(written)).isEqualTo(expected.size());
            }
        }
    }

    @Property(tries = 20)
    void pages_of_any_size_make_the_whole_sorted_list_once(
            @ForAll @Size(max = 12) @UniqueElements(by = ById.class) List<Sample> samples,
            @ForAll @Size(4) List<SortKeys> orders,
            @ForAll Filter filter) {
        for (TestDatabase database : TestDatabase.values()) {
            SampleDatabase tables = SampleDatabase.holding(database, samples);
            Evaluator evaluator = new Evaluator(tables.dialect, Samples.NOW);
            String written = Printer.print(filter);
            for (SortKeys order : orders) {
                List<Long> expected = samples.stream()
                        .filter(s -> evaluator.holds(filter, s))
                        .sorted(evaluator.order(order))
                        .map(Sample::id)
                        .toList();
                String sort = SampleDomain.print(order);

                assertThat(tables.walk(written, sort, 1))
                        .as("%s: %s", database, sort)
                        .isEqualTo(expected);
                assertThat(tables.walk(written, sort, 5))
                        .as("%s: %s", database, sort)
                        .isEqualTo(expected);
            }
        }
    }

    @Property(tries = 20)
    void no_filter_reaches_a_customer_the_caller_may_not_see(
            @ForAll @Size(max = 12) @UniqueElements(by = ById.class) List<Sample> samples,
            @ForAll @Size(6) List<Filter> filters) {
        for (TestDatabase database : TestDatabase.values()) {
            SampleDatabase tables = SampleDatabase.holding(database, samples);
            Evaluator evaluator = new Evaluator(tables.dialect, Samples.NOW);
            for (Filter filter : filters) {
                String written = Printer.print(filter);
                tables.signIn(SampleDatabase.sees(Scope.OWN, 1, 2));
                assertSeesOnly(tables, written, ids(samples, s -> s.owner() == 1 && evaluator.holds(filter, s)));
                tables.signIn(SampleDatabase.sees(Scope.TEAM, 2, 3, 4));
                assertSeesOnly(tables, written, ids(samples, s -> teamed(s) && evaluator.holds(filter, s)));
            }
            Caller stranger = SampleDatabase.sees(Scope.TEAM, 99);
            tables.signIn(stranger);
            samples.forEach(s -> assertThat(tables.customers.find(s.id(), SampleDatabase.IDS))
                    .isEmpty());
        }
    }

    private static boolean teamed(Sample s) {
        return s.owner() == 2 || Objects.equals(s.team(), 3L) || Objects.equals(s.team(), 4L);
    }

    private static void assertSeesOnly(SampleDatabase tables, String filter, List<Long> expected) {
        List<Long> streamed = new ArrayList<>();
        tables.customers.forEach(filter, SampleDatabase.IDS, streamed::add);

        assertThat(streamed).isEqualTo(expected);
        assertThat(tables.list(filter)).isEqualTo(expected);
        assertThat(tables.walk(filter, "-name,address.city", 2)).hasSameElementsAs(expected);
        assertThat(tables.customers.count(filter)).isEqualTo(expected.size());
        expected.forEach(
                id -> assertThat(tables.customers.find(id, SampleDatabase.IDS)).contains(id));
    }

    private static List<Long> ids(List<Sample> samples, Predicate<Sample> holds) {
        return samples.stream().filter(holds).map(Sample::id).sorted().toList();
    }

    static final class ById implements java.util.function.Function<Object, Object> {
        @Override
        public Object apply(Object sample) {
            return ((Sample) sample).id();
        }
    }
}
