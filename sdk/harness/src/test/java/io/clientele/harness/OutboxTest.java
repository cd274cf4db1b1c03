package io.clientele.harness;

import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Nested;

/** The outbox of the platform and the one that stands for it in tests do the same. */
class OutboxTest {
    private record Stored(TestCore core, Queue<Event> seen) implements OutboxContract.Subject {
        @Override
        public Outbox outbox() {
            return core.outbox();
        }

        @Override
        public List<NewEvent> told() {
            core.settle();
            return seen.stream()
                    .map(event -> new NewEvent(event.type(), event.customer(), event.detail()))
                    .toList();
        }
    }

    private record Remembered(InMemoryOutbox outbox) implements OutboxContract.Subject {
        @Override
        public List<NewEvent> told() {
            return outbox.events();
        }
    }

    @Nested
    class OfThePlatform extends OutboxContract {
        @Override
        Subject on(TestCore core) {
            Queue<Event> seen = new ConcurrentLinkedQueue<>();
            core.add(seen::add, "shop.*");
            return new Stored(core, seen);
        }
    }

    @Nested
    class InMemory extends OutboxContract {
        @Override
        Subject on(TestCore core) {
            return new Remembered(new InMemoryOutbox(core.transactions()));
        }
    }
}
