package io.clientele.facts.internal;

import static io.clientele.facts.spi.FactSource.Cardinality.MANY;
import static io.clientele.facts.spi.FactSource.Cardinality.ONE;
import static io.clientele.facts.spi.FactSource.Cardinality.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.facts.Fact;
import io.clientele.facts.FactType;
import io.clientele.facts.internal.rest.FactsResource;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.kernel.UnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactCatalogueTest {
    private final FactCatalogue catalogue = new FactCatalogue();

    @Test
    void lists_the_facts_of_all_sources_by_name() {
        catalogue.add("value", source("value_score", "value.grade", FactType.TEXT));
        catalogue.add("sales", source("sales_sum", "sales.openAmount", FactType.NUMBER));

        assertThat(catalogue.all()).extracting(Fact::name).containsExactly("sales.openAmount", "value.grade");
        assertThat(new FactsResource(catalogue).all().items())
                .extracting(FactsResource.Entry::type)
                .containsExactly("number", "text");
    }

    @Test
    void leaves_a_fact_to_the_first_that_keeps_it_until_that_goes() {
        FactSource first = source("value_score", "grade", FactType.TEXT);
        catalogue.add("value", first);
        catalogue.add("other", source("other_score", "grade", FactType.NUMBER));

        assertThat(catalogue.all()).extracting(Fact::source).containsExactly("value");

        catalogue.remove(first);

        assertThat(catalogue.all()).extracting(Fact::source).containsExactly("other");
    }

    @Test
    void forgets_the_facts_of_a_source_that_goes() {
        FactSource source = source("value_score", "grade", FactType.TEXT);
        catalogue.add("value", source);

        catalogue.remove(source);

        assertThat(catalogue.all()).isEmpty();
    }

    @Test
    void has_one_customer_table() {
        catalogue.add("registry", Samples.source("customer", "id", ROOT, List.of()));
        catalogue.add("usurper", Samples.source("shadow", "id", ROOT, List.of()));

        assertThat(catalogue.current().root().name()).isEqualTo("customer");
    }

    @Test
    void says_that_the_registry_is_away_where_there_is_none() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> catalogue.current().root());
    }

    @Test
    void leaves_out_a_source_whose_names_are_no_names() {
        catalogue.add("evil", source("x; drop table y", "grade", FactType.TEXT));
        catalogue.add("evil", Samples.source("x", "id) --", ONE, List.of()));
        catalogue.add(
                "evil", Samples.source("x", "id", MANY, List.of(column("grade").where("a = 1 or b", "c"))));
        catalogue.add("evil", Samples.source("x", "id", ONE, List.of(column("grade;other"))));
        catalogue.add("evil", Samples.source("x", "id", ONE, List.of(column(""))));

        assertThat(catalogue.all()).isEmpty();
    }

    @Test
    void reads_a_source_again_when_it_says_that_it_changed() {
        ChangingSource source = new ChangingSource();
        catalogue.add("segmentation", source);
        long before = catalogue.revision();

        source.show(column("segment.gold"), column("segment.new"));

        assertThat(catalogue.all()).extracting(Fact::name).containsExactly("segment.gold", "segment.new");
        assertThat(catalogue.revision()).isGreaterThan(before);
    }

    @Test
    void keeps_what_a_source_said_before_when_it_makes_no_sense_any_more() {
        ChangingSource source = new ChangingSource();
        catalogue.add("segmentation", source);
        source.show(column("segment.gold"));

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> source.show(column("a b")));

        assertThat(catalogue.all()).extracting(Fact::name).containsExactly("segment.gold");
    }

    @Test
    void does_not_take_a_source_back_that_went() {
        ChangingSource source = new ChangingSource();
        catalogue.add("segmentation", source);
        catalogue.remove(source);

        source.show(column("segment.gold"));

        assertThat(catalogue.all()).isEmpty();
    }

    private static final class ChangingSource implements FactSource {
        private List<FactColumn> columns = List.of();
        private Runnable changed = () -> {};

        void show(FactColumn... now) {
            columns = List.of(now);
            changed.run();
        }

        @Override
        public String table() {
            return "segmentation_member";
        }

        @Override
        public String customerColumn() {
            return "customer_id";
        }

        @Override
        public Cardinality cardinality() {
            return MANY;
        }

        @Override
        public List<FactColumn> columns() {
            return columns;
        }

        @Override
        public void onChange(Runnable listener) {
            changed = listener;
        }
    }

    private static FactColumn column(String fact) {
        return Samples.column(fact, FactType.TEXT, "grade");
    }

    private static FactSource source(String table, String fact, FactType type) {
        return Samples.source(table, "customer_id", ONE, List.of(Samples.column(fact, type, "score")));
    }
}
