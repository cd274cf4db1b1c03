package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.Event;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.rest.EventStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private final LiveEvents live = new LiveEvents(new SystemCallers(), new OnlyTheFirst(), Clock.systemUTC());

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void a_reader_sees_what_happens_to_customers_that_it_may_see() throws Exception {
        Reader reader = new Reader();
        live.open(reader, null);

        live.happened(List.of(event(1, 2L), event(2, 1L), event(3, null)));

        assertThat(reader.next().event).isEqualTo("ready");
        assertThat(reader.next().data).contains("customer=" + ShortId.format(1));
        assertThat(reader.next().data).contains("customer=null");
        assertThat(reader.sent).isEmpty();
    }

    @Test
    void a_reader_that_comes_back_goes_on_where_it_was() throws Exception {
        Reader before = new Reader();
        live.open(before, null);
        live.happened(List.of(event(1, 1L)));
        before.next();
        String last = before.next().id;
        live.happened(List.of(event(2, 1L)));

        Reader after = new Reader();
        live.open(after, last);

        assertThat(after.next().event).isEqualTo("ready");
        assertThat(after.next().data).contains("test.Happened2");
    }

    @Test
    void a_reader_that_missed_something_is_told_to_load_again() throws Exception {
        Reader before = new Reader();
        live.open(before, null);
        String last = before.next().id;

        live.happened(List.of());
        Reader after = new Reader();
        live.open(after, last);

        assertThat(before.next().event).isEqualTo("reset");
        assertThat(after.next().event).isEqualTo("reset");
    }

    @Test
    void everybody_is_told_the_news_and_who_comes_later_the_last_of_each_kind() throws Exception {
        Reader before = new Reader();
        live.open(before, null);
        before.next();

        live.show("weather", "rain");
        live.show("weather", "sun");
        live.show("traffic", "none");
        live.withdraw("traffic");
        Reader after = new Reader();
        live.open(after, null);

        assertThat(List.of(before.next().data, before.next().data, before.next().data))
                .containsExactly("rain", "sun", "none");
        after.next();
        assertThat(after.next().data).isEqualTo("sun");
        assertThat(after.sent).isEmpty();
    }

    private static Event event(long sequence, @Nullable Long customer) {
        return new Event(sequence, "test.Happened" + sequence, customer, Instant.EPOCH, "{}");
    }

    private record Sent(String event, String data, String id) {}

    private static final class Reader implements EventStream.Sink {
        private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();

        Sent next() throws InterruptedException {
            Sent next = sent.poll(1, TimeUnit.MINUTES);
            assertThat(next).isNotNull();
            return next == null ? new Sent("", "", "") : next;
        }

        @Override
        public boolean send(String event, Object data) {
            return send(event, data, "");
        }

        @Override
        public boolean send(String event, Object data, String id) {
            return sent.add(new Sent(event, data.toString(), id));
        }

        @Override
        public void onClose(Runnable action) {
            // It stays open.
        }

        @Override
        public void close() {
            // Nothing to end.
        }
    }

    /** Customers of whom the first is visible. */
    private static final class OnlyTheFirst implements Customers {
        @Override
        public <T> Optional<T> find(long id, Row<T> row) {
            return Optional.empty();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Page<T> list(CustomerQuery query, Row<T> row) {
            boolean first = String.valueOf(query.filter()).contains(ShortId.format(1));
            return new Page<>(first ? List.of((T) Long.valueOf(1)) : List.of(), null, null);
        }

        @Override
        public long count(@Nullable String filter) {
            return 0;
        }

        @Override
        public <T> void forEach(@Nullable String filter, Row<T> row, Consumer<T> sink) {
            // Nobody.
        }
    }
}
