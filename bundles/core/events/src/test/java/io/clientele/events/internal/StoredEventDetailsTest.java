package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.testkit.TestDatabase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredEventDetailsTest {
    private static final String SECRET = "{\"words\":\"personal\"}";

    @ParameterizedTest
    @EnumSource
    void what_was_told_of_one_customer_is_forgotten_and_of_nobody_else(TestDatabase kind) throws Exception {
        try (Node node = new Node(kind)) {
            append(node, "praise.PraiseGiven", 1);
            append(node, "praise.PraiseGiven", 2);
            append(node, "registry.CustomerChanged", 1);

            new StoredEventDetails(node.transactions()).forget(1, "registry");
            BlockingQueue<Event> read = node.collect("feed");

            assertThat(read.poll(1, TimeUnit.MINUTES).detail()).isEqualTo("{}");
            assertThat(read.poll(1, TimeUnit.MINUTES).detail()).isEqualTo(SECRET);
            assertThat(read.poll(1, TimeUnit.MINUTES).detail()).isEqualTo(SECRET);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_parked_is_forgotten_too(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            node.subscribe("poisoned", event -> {
                throw new IllegalStateException("poison");
            });
            append(node, "praise.PraiseGiven", 1);
            Node.eventually("it is parked", () -> node.status("poisoned").parked() == 1);

            new StoredEventDetails(node.transactions()).forget(1, "registry");

            assertThat(node.number("select count(*) from events_parked where detail <> '{}'"))
                    .isZero();
        }
    }

    private static void append(Node node, String type, long customer) {
        node.transactions().write(connection -> {
            node.outbox.append(new NewEvent(type, customer, SECRET));
            return customer;
        });
    }
}
