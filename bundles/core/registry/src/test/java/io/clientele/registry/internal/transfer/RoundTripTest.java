package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static final int CUSTOMERS = 400;
    private static final String HOSTILE = "'\"=+-@,;:\\\t ＝＠\u3000aZé中李\uD83D\uDE00&[]{}";

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

            assertThat(export).doesNotContainPattern("(^|[,\\n])\"?[\\s\"'\u3000]*[=+\\-@＝＠]");
        }
    }

    private static List<BulkCustomers.Row> rows(List<Profile> customers) {
        return customers.stream()
                .map(profile -> new BulkCustomers.Row(
                        null, blank -> profile.assigned(Desk.MANAGER.user(), null)))
                .toList();
    }

    /** The same every time; a few of them break a rule and are left out. */
    private static List<Profile> customers() {
        List<Profile> customers = new ArrayList<>();
        Arbitrary<Profile> any = profiles();
        for (int i = 0; i < CUSTOMERS; i++) {
            Profile profile = any.generator(1_000).next(new java.util.Random(i)).value();
            List<Identifier> own = i % 3 == 0 ? List.of() : List.of(new Identifier("crm", "k;" + i), new Identifier("e-r.p", ":" + i));
            customers.add(new Profile(
                    profile.kind(),
                    profile.name(),
                    profile.language(),
                    profile.timeZone(),
                    profile.status(),
                    null,
                    null,
                    own,
                    profile.contactPoints(),
                    profile.tags()));
        }
        return customers;
    }

    private static Arbitrary<Profile> profiles() {
        return Combinators.combine(
                        Arbitraries.of(CustomerKind.values()),
                        text(30),
                        Arbitraries.of("zh-Hans", "de", "en-GB").injectNull(0.3),
                        Arbitraries.of("Asia/Shanghai", "Europe/Berlin").injectNull(0.3),
                        Arbitraries.of(Status.values()),
                        contactPoints().list().ofMaxSize(5),
                        text(12).list().ofMaxSize(3))
                .as((kind, name, language, zone, status, points, tags) -> new Profile(
                        kind, name, language, zone, status, null, null, List.of(), points, tags));
    }

    private static Arbitrary<String> text(int length) {
        return Arbitraries.strings().withChars(HOSTILE).ofMinLength(1).ofMaxLength(length);
    }

    private static Arbitrary<ContactPoint> contactPoints() {
        Arbitrary<String> label = Arbitraries.of("work", "=home", "备用").injectNull(0.5);
        Arbitrary<ContactPoint> email = Combinators.combine(Arbitraries.of("a@example.com", "-b+c@example.cn", "O'N@x.de"), label)
                .as(ContactPoint.Email::new);
        Arbitrary<ContactPoint> phone = Combinators.combine(
                        Arbitraries.of("+86 138 1234 5678", "010-65529988转8001", "+49 221 1234567", "12345"), label)
                .as(ContactPoint.Phone::new);
        Arbitrary<ContactPoint> web = Combinators.combine(Arbitraries.of("https://example.com/a?b=c,d", "example.cn"), label)
                .as(ContactPoint.Web::new);
        Arbitrary<ContactPoint> postal = Combinators.combine(
                        Arbitraries.of("Line 1\nLine 2", "=1+1", "南京路 1 号").injectNull(0.3),
                        Arbitraries.of("上海", "'s-Hertogenbosch").injectNull(0.3),
                        Arbitraries.of("-", "广东").injectNull(0.3),
                        Arbitraries.of("00123", "@1").injectNull(0.3),
                        Arbitraries.of("CN", "DE", "NL"),
                        label)
                .as(ContactPoint.Postal::new);
        return Arbitraries.oneOf(email, phone, web, postal);
    }
}
