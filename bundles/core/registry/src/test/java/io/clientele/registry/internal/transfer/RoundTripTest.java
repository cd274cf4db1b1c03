package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.transfer.csv.LayoutGuess;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static final int CUSTOMERS = 400;
    private static final String HOSTILE = "'\"=+-@,;:\\ ＝＠\u3000aZé中李\uD83D\uDE00&[]{}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void makes_equal_customers_in_an_empty_system_out_of_an_export(TestDatabase kind) {
        try (Desk here = new Desk(kind);
                Desk there = new Desk(kind)) {
            List<Profile> customers = customers();
            List<Outcome> added = here.manager(() -> here.targets.customers().write(rows(customers)));
            String export = here.export(here.transfer(folder, 100));

            ImportView done = there.run(
                    there.transfer(folder, 100),
                    there.upload(there.transfer(folder, 100), ImportKind.CUSTOMERS, export),
                    false);

            assertThat(added).extracting(Outcome::result).contains(Outcome.Result.ADDED);
            assertThat(here.profiles()).hasSizeGreaterThan(CUSTOMERS / 2);
            assertThat(done.errors()).isEmpty();
            assertThat(there.profiles()).isEqualTo(here.profiles());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changes_nothing_where_the_export_came_from(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.manager(() -> desk.targets.customers().write(rows(customers())));
            Transfer transfer = desk.transfer(folder, 100);
            List<Profile> before = desk.profiles();
            String export = desk.export(transfer);

            ImportView done = desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, export), false);

            assertThat(done.unchanged()).isEqualTo(before.size());
            assertThat(desk.profiles()).isEqualTo(before);
            assertThat(desk.export(transfer)).isEqualTo(export);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writes_no_value_that_a_spreadsheet_would_calculate(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.manager(() -> desk.targets.customers().write(rows(customers())));

            String export = desk.export(desk.transfer(folder, 100));

            assertThat(LayoutGuess.rows(export, ",")).hasSizeGreaterThan(100).allSatisfy(row -> assertThat(row.cells())
                    .noneMatch(cell -> cell.matches("(?s)[\\s\"\u3000]*[=+\\-@＝＋－＠].*")));
        }
    }

    private static List<BulkCustomers.Row> rows(List<Profile> customers) {
        return customers.stream()
                .map(profile -> new BulkCustomers.Row(null, blank -> profile.assigned(Desk.MANAGER.user(), null)))
                .toList();
    }

    /** The same every time; a few of them break a rule and are left out. */
    private static List<Profile> customers() {
        Random random = new Random(42);
        return IntStream.range(0, CUSTOMERS).mapToObj(i -> customer(random, i)).toList();
    }

    private static Profile customer(Random random, int i) {
        return new Profile(
                one(random, List.of(CustomerKind.values())),
                text(random, 30),
                one(random, List.of("zh-Hans", "de", "en-GB")),
                one(random, List.of("Asia/Shanghai", "Europe/Berlin")),
                one(random, List.of(Status.values())),
                null,
                null,
                i % 3 == 0 ? List.of() : List.of(new Identifier("crm", "k;" + i), new Identifier("e-r.p", ":" + i)),
                some(random, 6, () -> contactPoint(random)),
                some(random, 4, () -> text(random, 12)));
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> List<T> some(Random random, int below, Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(below)).toList();
    }

    private static String text(Random random, int length) {
        int[] signs = HOSTILE.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(0, random.nextInt(length))
                .forEach(i -> text.appendCodePoint(signs[random.nextInt(signs.length)]));
        return text.toString();
    }

    private static ContactPoint contactPoint(Random random) {
        String label = random.nextBoolean() ? null : one(random, List.of("work", "=home", "备用"));
        return switch (random.nextInt(4)) {
            case 0 ->
                new ContactPoint.Email(one(random, List.of("a@example.com", "-b+c@example.cn", "O'N@x.de")), label);
            case 1 ->
                new ContactPoint.Phone(
                        one(random, List.of("+86 138 1234 5678", "010-65529988转8001", "+49 221 1234567", "12345")),
                        label);
            case 2 -> new ContactPoint.Web(one(random, List.of("https://example.com/a?b=c,d", "example.cn")), label);
            default ->
                new ContactPoint.Postal(
                        one(random, List.of("Line 1\nLine 2", "=1+1", "南京路 1 号")),
                        random.nextBoolean() ? null : one(random, List.of("上海", "'s-Hertogenbosch")),
                        random.nextBoolean() ? null : one(random, List.of("-", "广东")),
                        random.nextBoolean() ? null : one(random, List.of("00123", "@1")),
                        one(random, List.of("CN", "DE", "NL")),
                        label);
        };
    }
}
