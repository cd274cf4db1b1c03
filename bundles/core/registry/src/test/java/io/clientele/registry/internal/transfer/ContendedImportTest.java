package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.NotFoundException;
import io.clientele.registry.internal.BulkInteractions;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers are merged and erased while a file about them is imported. */
class ContendedImportTest {
    private static final int BATCH = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void looks_again_when_a_customer_has_gone_meanwhile(TestDatabase kind) {
        ImportView done = run(kind, 2);

        assertThat(done.state()).isEqualTo("done");
        assertThat(CustomerImportTest.counts(done)).containsExactly(20, 20, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_out_only_the_row_that_cannot_be_written(TestDatabase kind) {
        ImportView done = run(kind, Integer.MAX_VALUE);

        assertThat(done.state()).isEqualTo("done");
        assertThat(CustomerImportTest.counts(done)).containsExactly(20, 19, 0, 0, 1);
        assertThat(done.errors()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(12);
            assertThat(fault.reason()).contains("customer");
        });
    }

    /** Imports 20 interactions, the tenth of which fails as often as is said. */
    private ImportView run(TestDatabase kind, int failures) {
        String file = "customer,kind,occurredAt,text\n"
                + IntStream.range(0, 20)
                        .mapToObj(i -> "1,call,2026-03-01T10:00:00Z,call " + i)
                        .collect(Collectors.joining("\n"));
        try (Desk desk = new Desk(kind)) {
            Transfer transfer = desk.transfer(folder, BATCH, contended(desk.targets, failures));
            desk.run(transfer, desk.upload(transfer, ImportKind.CUSTOMERS, "id,name\n1,Anna\n"), false);
            return desk.run(transfer, desk.upload(transfer, ImportKind.INTERACTIONS, file), false);
        }
    }

    private static ImportTargets contended(ImportTargets good, int failures) {
        return new ImportTargets(
                good.visible(),
                good.staff(),
                good.customers(),
                good.purchases(),
                new Contended(good.interactions(), failures),
                good.relations());
    }

    /** Writes what it is given and then finds a customer gone. */
    private static final class Contended implements BulkInteractions {
        private final BulkInteractions bulk;
        private int left;

        Contended(BulkInteractions bulk, int left) {
            this.bulk = bulk;
            this.left = left;
        }

        @Override
        public List<Outcome> write(List<Row> rows) {
            List<Outcome> outcomes = bulk.write(rows);
            boolean hit = rows.stream()
                    .anyMatch(row -> "call 10".equals(row.interaction().text()));
            if (hit && left > 0) {
                left--;
                throw new NotFoundException("customer", "1");
            }
            return outcomes;
        }

        @Override
        public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
            return bulk.rehearse(rows, before);
        }
    }
}
