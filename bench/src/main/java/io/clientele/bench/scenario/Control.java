package io.clientele.bench.scenario;

import io.clientele.bench.data.Cities;
import io.clientele.bench.data.People;
import io.clientele.bench.data.Person;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.BaselineProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * The baseline against itself, over a table of its own: every quotient should be 1.00, and how far it is from that tells what the method
 * can see on this machine at this load.
 */
public final class Control {
    private static final String DATABASE = "bench_control";

    private final Bed bed;

    /** Runs on {@code bed}. */
    public Control(Bed bed) {
        this.bed = bed;
    }

    /** Runs the scenarios that are wanted. */
    public void run() throws IOException, SQLException {
        bed.postgres().create(DATABASE);
        bed.postgres()
                .execute(
                        DATABASE,
                        """
                create table registry_customer (
                  id bigint not null primary key, version bigint not null, kind varchar(12) collate "C" not null,
                  name varchar(200) collate "C" not null, name_key varchar(400) collate "C" not null,
                  search_words varchar(2000) collate "C" not null, language varchar(35) collate "C",
                  time_zone varchar(50) collate "C", status varchar(12) collate "C" not null, owner_id bigint, team_id bigint,
                  city varchar(100) collate "C", region varchar(100) collate "C", postal_code varchar(20) collate "C",
                  country varchar(2) collate "C", document text collate "C" not null,
                  created_at timestamp(6) with time zone not null, updated_at timestamp(6) with time zone not null);
                create index on registry_customer (name_key, id);
                create index on registry_customer (city, id);
                create index on registry_customer (owner_id, id);
                create index on registry_customer (team_id, id);
                create index on registry_customer
                  using gin (array_to_tsvector(string_to_array(search_words, ' ')));
                """);
        load();
        bed.postgres().settle(DATABASE);
        Population population = Population.read(bed.postgres(), DATABASE);
        try (BaselineProcess first = bed.baseline(DATABASE);
                BaselineProcess second = bed.baseline(DATABASE)) {
            Protocol protocol = new BaselineProtocol(0, List.of());
            Workloads a = new Workloads(protocol, bed.target(first), population, 0);
            Workloads b = new Workloads(protocol, bed.target(second), population, 1);
            for (String scenario : Requests.SCENARIOS) {
                if (bed.wants(scenario)) {
                    Duel duel = Duel.fight(a.side(scenario), b.side(scenario), bed.sizes());
                    bed.report()
                            .add(Row.reference(
                                    "control, " + scenario + ", CPU", duel.cpu(), new Style("µs", 0, duel.remark())));
                }
            }
        }
    }

    private void load() throws IOException, SQLException {
        People people = new People(1);
        Path file = bed.directory().resolve("control.txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long number = 1; number <= bed.sizes().customers(); number++) {
                out.write(line(people.person(number)));
            }
        }
        bed.postgres().execute(DATABASE, "copy registry_customer from '" + file + "'");
    }

    private static String line(Person p) {
        String document = "{\"identifiers\":[{\"source\":\"erp\",\"id\":\"" + p.externalId()
                + "\"}],\"contactPoints\":[{\"kind\":\"email\",\"value\":\""
                + p.email()
                + "\"},{\"kind\":\"phone\",\"value\":\"" + p.phone() + "\"},{\"kind\":\"postal\",\"street\":\""
                + p.street()
                + "\",\"city\":\"" + Cities.name(p.city()) + "\"}],\"tags\":[\"" + p.tag() + "\"],\"createdAt\":\"\"}";
        return String.join(
                        "\t",
                        List.of(
                                String.valueOf(p.number()),
                                "1",
                                p.kind(),
                                p.name(),
                                p.name().toLowerCase(Locale.ROOT),
                                p.name(),
                                p.language(),
                                "\\N",
                                p.status(),
                                "\\N",
                                "\\N",
                                Cities.name(p.city()),
                                "\\N",
                                "\\N",
                                Cities.country(p.city()),
                                document,
                                "2026-01-01T00:00:00Z",
                                "2026-01-01T00:00:00Z"))
                + "\n";
    }
}
