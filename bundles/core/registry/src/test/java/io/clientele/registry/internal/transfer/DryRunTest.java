package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.Profile;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A dry run tells what the run comes to, wherever the file is cut into batches. */
class DryRunTest {
    private static final String CUSTOMERS = "identifier:crm,identifier:erp,name,email,city,tags\n";
    private static final String PURCHASES = "customer,date,amount,quantity,order no\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void sees_customers_as_its_earlier_rows_leave_them(TestDatabase kind) {
        String file = CUSTOMERS
                + "1,E1,Ann,a@x.de,,\n2,E2,Bob,,,\n3,E1,Cy,,,\n,E2,Bobby,,,\n1,,Ann,b@x.de,,\n1,,Ann,a@x.de,,\n1,,,,,\n1,,,,,a;b\n";

        assertThat(counts(same(kind, ImportKind.CUSTOMERS, file))).containsExactly(8, 2, 3, 2, 1);
    }

    @ParameterizedTest
    @EnumSource
    void comes_to_the_same_for_files_of_any_content(TestDatabase kind) {
        Random random = new Random(7);
        String customers = lines(
                random, CUSTOMERS, List.of("1,2,3,,  4,4", ",8,9,1", "Ann,Bob,,", "a@x.de,A@x.de,b,", "Bonn,", "a,b,"));
        String purchases = lines(
                random,
                PURCHASES,
                List.of("1,9,8,7 7,7  7,8\u0301", "2026-01-01,2026-02-02,2999-01-01", "1,2,-3,x", "1,1,-1", "A,B,C,,"));

        same(kind, ImportKind.CUSTOMERS, customers);
        same(kind, ImportKind.PURCHASES, purchases);
    }

    @ParameterizedTest
    @EnumSource
    void finds_faults_of_purchases_whose_customers_come_with_them(TestDatabase kind) {
        String file = PURCHASES + "1,2026-01-01,5,-1,A\n2,2026-01-01,1e3,1,B\n3,2999-01-01,5,1,C\n4,2026-01-01,5,1,D\n";

        ImportView done = same(kind, ImportKind.PURCHASES, file);

        assertThat(counts(done)).containsExactly(4, 1, 0, 0, 3);
        assertThat(done.errors()).extracting(ImportView.Fault::column).containsExactly("amount", "amount", "date");
    }

    @ParameterizedTest
    @EnumSource
    void tells_interactions_apart_by_all_that_they_say(TestDatabase kind) {
        String file =
                """
                customer,occurredAt,text,channel
                1,2026-01-01,hello,mail
                2,2026-01-01,hello,mail
                1,2026-01-01,hello,phone
                1,2026-01-01, hello ,mail
                """;

        assertThat(counts(same(kind, ImportKind.INTERACTIONS, file))).containsExactly(4, 3, 0, 1, 0);
    }

    @ParameterizedTest
    @EnumSource
    void finds_customers_by_their_numbers_however_those_are_spelled(TestDatabase kind) {
        String file = PURCHASES + "7  7,2026-01-01,5,1,A  1\n\u00A077,2026-01-01,5,1,\ne\u0301,2026-01-01,5,1,\n"
                + "\u00E9,2026-01-01,6,1,\n7 7,2026-01-01,5,1,A 1\n" + "x".repeat(151) + ",2026-01-01,5,1,\n";

        ImportView done = same(kind, ImportKind.PURCHASES, file);

        assertThat(counts(done)).containsExactly(6, 4, 0, 0, 2);
        assertThat(done.customersAdded()).isEqualTo(3);
        assertThat(done.errors())
                .extracting(ImportView.Fault::reason)
                .containsExactly(
                        "Line 2 holds the same purchase; its rows must follow each other",
                        "is longer than 150 characters");
    }

    /** Imports a file of which a dry run has told everything, leaving nothing behind. */
    private ImportView same(TestDatabase kind, ImportKind of, String file) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, 2);
            ImportView upload = settled(desk, transfer, desk.upload(transfer, of, file));
            ImportView rehearsed = desk.run(transfer, upload, true);
            List<Profile> before = desk.profiles();

            ImportView done = desk.run(transfer, upload, false);

            assertThat(before).isEmpty();
            assertThat(done.added()).isPositive();
            assertThat(counts(rehearsed)).isEqualTo(counts(done));
            assertThat(rehearsed.customersAdded()).isEqualTo(done.customersAdded());
            assertThat(rehearsed.errors()).isEqualTo(done.errors());
            assertThat(leftOver()).isEmpty();
            return done;
        }
    }

    private static ImportView settled(Desk desk, Transfer transfer, ImportView upload) {
        ImportEdit edit = new ImportEdit(null, null, "EUR", null, null, true, null, null, null);
        return desk.manager(() -> transfer.imports().understand(Imports.id(upload.id()), edit));
    }

    private List<Path> leftOver() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header and sixty lines, each with one of the values of every column. */
    private static String lines(Random random, String header, List<String> columns) {
        return header
                + IntStream.range(0, 60)
                        .mapToObj(line -> columns.stream()
                                .map(values -> one(random, values.split(",", -1)))
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static List<Integer> counts(ImportView view) {
        return Stream.of(view.rows(), view.added(), view.updated(), view.unchanged(), view.failed())
                .map(Long::intValue)
                .toList();
    }
}
