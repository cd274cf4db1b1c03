package io.clientele.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Audit;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bundle may rely on when it records what it changed. */
abstract class AuditContract {
    private static final Change OPENED = new Change("shop.Opened", "shop", 1, "{\"n\":1}");
    private static final Change CLOSED = new Change("shop.Closed", "shop", 1, "{\"n\":2}");
    private static final Change OTHER = new Change("shop.Opened", "shop", 2, "{\"n\":3}");
    private static final Change ERASED = new Change("shop.ShopErased", "shop", 1, "{}");

    /** An audit, what takes from it, and the way to what it holds, the oldest first. */
    interface Subject {
        Audit audit();

        Redaction redaction();

        List<Change> changes();
    }

    abstract Subject on(TestCore core);

    @ParameterizedTest
    @EnumSource
    void keeps_what_committed_and_forgets_what_was_rolled_back(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Subject subject = on(core);

            record(core, subject, OPENED);
            assertThatThrownBy(() -> core.transactions().write(connection -> {
                        subject.audit().record(OTHER);
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
            record(core, subject, CLOSED);

            assertThat(subject.changes()).containsExactly(OPENED, CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fails_where_nothing_is_being_changed(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Subject subject = on(core);

            assertThatThrownBy(() -> subject.audit().record(OPENED)).isInstanceOf(IllegalStateException.class);

            assertThat(subject.changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_erased_thing_keeps_what_was_done_to_it_but_no_detail(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Subject subject = on(core);
            record(core, subject, OPENED);
            record(core, subject, OTHER);

            core.transactions().write(connection -> {
                subject.redaction().redact("shop", 1);
                subject.audit().record(ERASED);
                return true;
            });

            assertThat(subject.changes())
                    .containsExactly(new Change("shop.Opened", "shop", 1, Redaction.ERASED), OTHER, ERASED);
        }
    }

    private static void record(TestCore core, Subject subject, Change change) {
        core.transactions().write(connection -> {
            subject.audit().record(change);
            return true;
        });
    }
}
