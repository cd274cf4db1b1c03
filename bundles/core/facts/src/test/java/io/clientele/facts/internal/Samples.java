package io.clientele.facts.internal;

import static io.clientele.facts.spi.FactSource.Cardinality.MANY;
import static io.clientele.facts.spi.FactSource.Cardinality.ONE;
import static io.clientele.facts.spi.FactSource.Cardinality.ROOT;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small registry's tables: one row per customer, a summary beside some of them, and look-up rows. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final List<String> POSTGRESQL_TABLES = List.of(
            "create table sample_customer (id bigint primary key, owner_id bigint, team_id bigint,"
                    + " name varchar(200) collate \"C\" not null, city varchar(100) collate \"C\", score numeric(30, 6),"
                    + " active boolean, born date, created_at timestamp(6) with time zone not null,"
                    + " words varchar(2000), account bigint)",
            "create index sample_customer_name on sample_customer (name, id)",
            "create index sample_customer_city on sample_customer (city, id)",
            "create index sample_customer_words on sample_customer"
                    + " using gin (array_to_tsvector(string_to_array(words, ' ')))",
            "create table sample_activity (customer_id bigint primary key, visits integer not null,"
                    + " last_contact timestamp(6) with time zone)",
            "create table sample_key (kind varchar(8) collate \"C\" not null, term varchar(200) collate \"C\" not null,"
                    + " customer_id bigint not null, primary key (kind, term, customer_id))");

    static final List<String> H2_TABLES = POSTGRESQL_TABLES.stream()
            .filter(sql -> !sql.contains("using gin"))
            .map(sql -> sql.replace(" collate \"C\"", ""))
            .toList();

    private Samples() {}

    /** A catalogue of facts of every type and every cardinality. */
    static FactCatalogue catalogue() {
        FactCatalogue catalogue = new FactCatalogue();
        catalogue.add("io.clientele.samples", source("sample_customer", "id", ROOT, customerColumns()));
        catalogue.add(
                "io.clientele.samples",
                source(
                        "sample_activity",
                        "customer_id",
                        ONE,
                        List.of(
                                column("activity.visits", FactType.NUMBER, "visits"),
                                column("activity.last", FactType.INSTANT, "last_contact"))));
        catalogue.add(
                "io.clientele.samples",
                source(
                        "sample_key",
                        "customer_id",
                        MANY,
                        List.of(
                                column("tag", FactType.TEXT, "term").where("kind", "tag"),
                                column("email", FactType.TEXT, "term").where("kind", "email"))));
        return catalogue;
    }

    private static List<FactColumn> customerColumns() {
        return List.of(
                column("id", FactType.ID, "id").neverNull(),
                column("name", FactType.TEXT, "name")
                        .keyedBy(name -> name.toLowerCase(Locale.ROOT))
                        .neverNull(),
                column("address.city", FactType.TEXT, "city"),
                column("score", FactType.NUMBER, "score").in("EUR"),
                column("active", FactType.BOOLEAN, "active"),
                column("born", FactType.DATE, "born"),
                column("createdAt", FactType.INSTANT, "created_at").neverNull(),
                column("search", FactType.WORDS, "words"),
                column("account", FactType.ID, "account"));
    }

    static FactColumn column(String fact, FactType type, String column) {
        return FactColumn.of(fact, type, column, Map.of("en", fact));
    }

    static FactSource source(
            String table, String customer, FactSource.Cardinality cardinality, List<FactColumn> columns) {
        return new FactSource() {
            @Override
            public String table() {
                return table;
            }

            @Override
            public String customerColumn() {
                return customer;
            }

            @Override
            public Cardinality cardinality() {
                return cardinality;
            }

            @Override
            public List<FactColumn> columns() {
                return columns;
            }
        };
    }
}
