package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** More events than a handler gets at once, behind a handler that fails at the first of them. */
class LongRoundTest {
    private static final int EVENTS = 1500;
    private static final String WRITTEN_DOWN = "select count(*) from events_feed where target is not null";

    @Test
    void is_sought_once_however_often_the_handler_fails() {
        try (Node node = new Node(TestDatabase.POSTGRESQL)) {
            append(node);
            List<Long> written = new ArrayList<>();

            node.subscribe("feed", event -> {
                written.add(node.number(WRITTEN_DOWN));
                throw new IllegalStateException("not " + event.sequence());
            });

            Node.eventually("one is parked", () -> node.status("feed").parked() > 0);
            assertThat(written).as("rounds that a call of the handler found").containsOnly(1L);
        }
    }

    /** One that arrives after the handler was given the only one there was makes a long round of what was a short one. */
    @Test
    void begins_with_an_event_that_was_alone_and_is_parked_yet() {
        try (Node node = new Node(TestDatabase.POSTGRESQL)) {
            node.append("test.Added", 1);
            AtomicInteger calls = new AtomicInteger();

            node.subscribe("feed", event -> {
                if (event.sequence() == 1) {
                    if (calls.incrementAndGet() == Node.QUICK.attempts()) {
                        append(node);
                    }
                    throw new IllegalStateException("not " + event.sequence());
                }
            });

            Node.eventually("all are passed", () -> node.status("feed").lag() == 0);
            assertThat(node.status("feed").parked()).isEqualTo(1);
            assertThat(calls).hasValue(Node.QUICK.attempts());
        }
    }

    private static void append(Node node) {
        node.execute(
                "insert into events_event (txid, type, customer_id, detail) select pg_current_xact_id(), 'test.Added', n, '{}'"
                        + " from generate_series(2, " + EVENTS + ") n");
    }
}
