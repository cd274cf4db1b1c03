package io.clientele.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Printed;
import io.clientele.cli.remote.Target;
import io.clientele.cli.server.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnterpriseTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);
    private static final int SOME = 3_000;

    private static void nobody(long reached) {
        assertThat(reached).isPositive();
    }

    private static String hash(long seed) throws IOException {
        MessageDigest digest = DemoCommand.sha256();
        for (Section section : DemoCommand.sections(new Enterprise(seed, 500, UNTIL))) {
            digest.update(new CsvStream(section, 500, EnterpriseTest::nobody).readAllBytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<List<String>> rows(int section) throws IOException {
        Enterprise enterprise = new Enterprise(7, SOME, UNTIL);
        byte[] csv = new CsvStream(DemoCommand.sections(enterprise).get(section), SOME, EnterpriseTest::nobody)
                .readAllBytes();
        return new String(csv, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .toList();
    }

    private static double share(List<List<String>> rows, int column, String value) {
        return (double) rows.stream()
                        .filter(row -> row.get(column).equals(value))
                        .count()
                / rows.size();
    }

    @Test
    void is_the_same_for_the_same_seed_and_another_for_another() throws IOException {
        assertThat(hash(1)).isEqualTo(hash(1)).isNotEqualTo(hash(2));
    }

    @Test
    void stays_the_same_from_release_to_release() throws IOException {
        assertThat(hash(1)).isEqualTo("9b59e9c0f0e73f4b0a69e1d269104c71797ba3cd4d1dbfb1a0806a5bd253bc85");
    }

    @Test
    void has_the_columns_of_its_header_in_every_row() throws IOException {
        List<Section> sections = DemoCommand.sections(new Enterprise(7, SOME, UNTIL));
        for (int section = 0; section < sections.size(); section++) {
            int columns = sections.get(section).header().split(",", -1).length;
            assertThat(rows(section)).isNotEmpty().allSatisfy(row -> assertThat(row)
                    .hasSize(columns));
        }
    }

    @Test
    void mixes_people_and_organisations_chinese_and_english_sixty_to_forty() throws IOException {
        List<List<String>> customers = rows(0);

        assertThat(share(customers, 1, "person")).isBetween(0.57, 0.63);
        assertThat(share(customers, 4, "zh")).isBetween(0.57, 0.63);
        assertThat(share(customers, 3, "prospect")).isBetween(0.18, 0.26);
        assertThat(share(customers, 3, "inactive")).isBetween(0.1, 0.6);
    }

    @Test
    void gives_each_customer_a_number_and_an_address_of_its_own() throws IOException {
        List<List<String>> customers = rows(0);
        Set<String> numbers = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        customers.forEach(row -> numbers.add(row.get(0)));
        customers.stream()
                .map(row -> row.get(6))
                .filter(mail -> !mail.isEmpty())
                .forEach(addresses::add);

        assertThat(numbers).hasSize(SOME);
        assertThat(addresses)
                .hasSize((int)
                        customers.stream().filter(row -> !row.get(6).isEmpty()).count())
                .allMatch(mail -> mail.matches("[a-z.0-9]+@[a-z0-9.]+\\.example"));
    }

    @Test
    void relates_each_person_to_an_organisation_that_exists() throws IOException {
        Map<String, String> kinds = new HashMap<>();
        rows(0).forEach(row -> kinds.put(row.get(0), row.get(1)));

        assertThat(rows(1)).hasSizeGreaterThan(SOME / 4).allSatisfy(row -> {
            assertThat(kinds.get(row.get(2))).isEqualTo("organisation");
            assertThat(row.get(0)).isNotEqualTo(row.get(2));
        });
    }

    @Test
    void keeps_everything_within_the_three_years() throws IOException {
        assertThat(rows(3)).allSatisfy(row -> assertThat(LocalDate.parse(row.get(2)))
                .isAfterOrEqualTo(UNTIL.minusYears(3))
                .isBefore(UNTIL));
        assertThat(rows(2))
                .allSatisfy(row -> assertThat(LocalDate.parse(row.get(4).substring(0, 10)))
                        .isAfterOrEqualTo(UNTIL.minusYears(3))
                        .isBefore(UNTIL));
    }

    @Test
    void earns_most_of_its_money_with_a_few_customers_and_in_november() throws IOException {
        Map<String, Double> byCustomer = new HashMap<>();
        int[] byMonth = new int[13];
        for (List<String> row : rows(3)) {
            byCustomer.merge(row.get(1), Double.parseDouble(row.get(6)), Double::sum);
            byMonth[LocalDate.parse(row.get(2)).getMonthValue()]++;
        }
        List<Double> values =
                byCustomer.values().stream().sorted(Comparator.reverseOrder()).toList();
        double all = values.stream().mapToDouble(Double::doubleValue).sum();
        double best = values.stream()
                .limit(values.size() / 5)
                .mapToDouble(Double::doubleValue)
                .sum();

        assertThat(best / all).isBetween(0.6, 0.95);
        assertThat(byMonth[11]).isGreaterThan(byMonth[2]);
    }

    @Test
    void writes_what_is_sent_back_as_negative_amounts_of_something_bought() throws IOException {
        List<List<String>> purchases = rows(3);
        Set<String> ids = new HashSet<>();
        purchases.forEach(row -> ids.add(row.get(0)));

        assertThat(purchases)
                .filteredOn(row -> row.get(8).equals("true"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get(6)).startsWith("-");
                    assertThat(ids).contains(row.get(0).substring(0, row.get(0).length() - 1));
                });
    }

    @Test
    void works_for_one_customer(@TempDir Path directory) throws IOException, InterruptedException {
        Printed printed = new Printed();
        Home home = new Home(directory, directory);
        DemoCommand demo = new DemoCommand(new Target(home, Map.of()), printed.console(false), Clock.systemUTC());
        List<String> words = List.of("1", "--seed", "3", "--out", directory.toString());

        assertThat(demo.run(Arguments.parse(words, demo.syntax()))).isZero();

        assertThat(Files.readAllLines(directory.resolve("customers.csv"))).hasSize(2);
        assertThat(printed.lines()).hasSize(5);
    }
}
