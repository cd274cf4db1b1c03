package io.clientele.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.persistence.Transactions;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bundle may rely on when it appends events. */
abstract class OutboxContract {
    private static final NewEvent FIRST = new NewEvent("shop.Opened", 7L, "{\"n\":1}");
    private static final NewEvent SECOND = new NewEvent("shop.Closed", null, "{}");

    /** An outbox, and the way to what was appended and committed, the oldest first. */
    interface Subject {
        Outbox outbox();

        List<NewEvent> told();
    }

    abstract Subject on(TestCore core);

    @ParameterizedTest
    @EnumSource
    void keeps_the_events_of_a_unit_of_work_in_their_order(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Subject subject = on(core);

            core.transactions().write(connection -> {
                subject.outbox().append(FIRST);
                return append(core.transactions(), subject, SECOND);
            });

            assertThat(subject.told()).containsExactly(FIRST, SECOND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgets_the_events_of_what_was_rolled_back(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Subject subject = on(core);

            assertThatThrownBy(() -> core.transactions().write(connection -> {
                        NewEvent unused = append(core.transactions(), subject, FIRST);
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
            append(core.transactions(), subject, SECOND);

            assertThat(subject.told()).containsExactly(SECOND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fails_where_nothing_is_being_changed(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Subject subject = on(core);

            assertThatThrownBy(() -> subject.outbox().append(FIRST)).isInstanceOf(IllegalStateException.class);

            assertThat(subject.told()).isEmpty();
        }
    }

    private static NewEvent append(Transactions transactions, Subject subject, NewEvent event) {
        return transactions.write(connection -> {
            subject.outbox().append(event);
            return event;
        });
    }
}
