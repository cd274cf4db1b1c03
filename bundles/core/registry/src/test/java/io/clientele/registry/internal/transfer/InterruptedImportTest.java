package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.Profile;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptedImportTest {
    private static final int ROWS = 100;
    private static final int BATCH = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void comes_to_the_same_end_wherever_it_is_cut_off(TestDatabase kind) throws IOException {
        String file = file();
        List<Profile> expected;
        ImportView whole;
        String errors;
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, BATCH);
            whole = desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, file), false);
            expected = desk.profiles();
            errors = errors(desk, transfer, whole);
        }
        for (int cut = 1; cut <= ROWS / BATCH; cut++) {
            try (Desk desk = new Desk(kind)) {
                ImportView cutOff = cutOff(desk, file, cut);
                int reached = desk.profiles().size();
                Transfer next = desk.transfer(folder, BATCH);
                ImportView resumed = desk.run(next, cutOff, false);

                assertThat(cutOff.state()).isEqualTo("interrupted");
                assertThat(cutOff.rows()).isEqualTo((cut - 1L) * BATCH);
                assertThat(cutOff.added()).isEqualTo(reached);
                assertThat(resumed.state()).isEqualTo("done");
                assertThat(CustomerImportTest.counts(resumed)).isEqualTo(CustomerImportTest.counts(whole));
                assertThat(desk.profiles()).isEqualTo(expected);
                assertThat(errors(desk, next, resumed)).isEqualTo(errors);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void begins_when_the_unit_of_work_around_its_start_has_ended(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, BATCH);
            ImportView within = desk.upload(transfer, ImportKind.CUSTOMERS, "id,name\n1,Ada\n");
            ImportView meanwhile = desk.upload(transfer, ImportKind.CUSTOMERS, "id,name\n2,Bob\n");
            ImportView after = desk.upload(transfer, ImportKind.CUSTOMERS, "id,name\n3,Carl\n");

            desk.manager(() -> desk.database.transactions().write(connection -> {
                transfer.imports().run(Imports.id(within.id()), false);
                // Imports run one after the other: whatever was to begin before this one has had its turn when it ends.
                return CompletableFuture.supplyAsync(() -> desk.run(transfer, meanwhile, false))
                        .join();
            }));
            desk.run(transfer, after, false);

            assertThat(desk.manager(() -> transfer.imports().find(Imports.id(within.id())))
                            .state())
                    .isEqualTo("done");
        }
    }

    /** Ends a run in the middle of its n-th transaction. */
    private ImportView cutOff(Desk desk, String file, int batch) {
        ImportTargets good = desk.targets;
        ImportTargets faulty = new ImportTargets(
                good.visible(),
                good.staff(),
                new CutOff(good.customers(), batch),
                good.purchases(),
                good.interactions(),
                good.relations());
        Transfer transfer = desk.transfer(folder, BATCH, faulty);
        return desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, file), false);
    }

    private static String errors(Desk desk, Transfer transfer, ImportView view) throws IOException {
        return Files.readString(desk.manager(() -> transfer.imports().errors(Imports.id(view.id()))));
    }

    /** New customers, some of them twice, and some faulty rows. */
    private static String file() {
        return "id,name,email\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> (i % 9 == 0 ? 1 : i) + ",Customer " + i + ","
                                + (i % 7 == 3 ? "nobody" : i + "@example.com"))
                        .collect(Collectors.joining("\n"));
    }

    /** Writes batches until one is written but cannot be committed. */
    private static final class CutOff implements BulkCustomers {
        private final BulkCustomers bulk;
        private int left;

        CutOff(BulkCustomers bulk, int left) {
            this.bulk = bulk;
            this.left = left;
        }

        @Override
        public List<Outcome> write(List<Row> rows) {
            List<Outcome> outcomes = bulk.write(rows);
            if (--left == 0) {
                throw new IllegalStateException("cut off");
            }
            return outcomes;
        }

        @Override
        public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
            return bulk.rehearse(rows, before);
        }
    }
}
