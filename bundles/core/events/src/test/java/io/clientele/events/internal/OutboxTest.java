package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {
    @ParameterizedTest
    @EnumSource
    void the_events_of_a_unit_come_in_their_order_with_all_they_say(TestDatabase kind) throws Exception {
        try (Node node = new Node(kind)) {
            BlockingQueue<Event> events = node.collect("feed");

            node.transactions().write(connection -> {
                node.outbox.append(new NewEvent("test.Added", 7L, "{\"name\":\"王小明 \\\\ 'x'\"}"));
                node.outbox.append(new NewEvent("test.Swept", null, "{}"));
                return true;
            });

            Event first = events.poll(1, TimeUnit.MINUTES);
            Event second = events.poll(1, TimeUnit.MINUTES);
            assertThat(first.type()).isEqualTo("test.Added");
            assertThat(first.customer()).isEqualTo(7L);
            assertThat(first.detail()).isEqualTo("{\"name\":\"王小明 \\\\ 'x'\"}");
            assertThat(second.type()).isEqualTo("test.Swept");
            assertThat(second.customer()).isNull();
            assertThat(second.sequence()).isGreaterThan(first.sequence());
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_is_no_event_without_its_change(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            assertThatThrownBy(() -> node.transactions().write(connection -> {
                        node.outbox.append(NewEvent.of("test.Added", 1));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            node.append("test.Added", 2);

            assertThat(node.number("select max(customer_id) + 10 * count(*) from events_event"))
                    .isEqualTo(12);
            assertThatThrownBy(() -> node.outbox.append(NewEvent.of("test.Added", 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_module_tells_of_nothing_but_its_own_and_the_platform_of_whatever_it_likes() {
        List<String> told = new ArrayList<>();
        BundleOutbox visits = new BundleOutbox(event -> told.add(event.type()), "visits");
        BundleOutbox platform = new BundleOutbox(event -> told.add(event.type()), (String) null);

        visits.append(NewEvent.of("visits.VisitPlanned", 1));
        platform.append(NewEvent.of("registry.CustomerAdded", 1));
        for (String foreign : List.of("registry.CustomerErased", "visitsplus.Planned", "segmentation.Entered")) {
            assertThatThrownBy(() -> visits.append(NewEvent.of(foreign, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the module visits tells of its own events, such as visits.Happened, and not of "
                            + foreign);
        }

        assertThat(told).containsExactly("visits.VisitPlanned", "registry.CustomerAdded");
    }

    @Test
    void events_that_nobody_could_read_are_refused() {
        for (String type : List.of("Added", "registry.customerAdded", "registry.Customer Added", "")) {
            assertThatThrownBy(() -> NewEvent.of(type, 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new NewEvent("test.Added", 1L, "[]")).isInstanceOf(IllegalArgumentException.class);
        String tooLong = "{\"a\":\"" + "x".repeat(NewEvent.MAX_DETAIL) + "\"}";
        assertThatThrownBy(() -> new NewEvent("test.Added", 1L, tooLong)).isInstanceOf(IllegalArgumentException.class);
    }
}
