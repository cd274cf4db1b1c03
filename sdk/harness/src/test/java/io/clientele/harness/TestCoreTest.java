package io.clientele.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.kernel.ForbiddenException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.testkit.TestDatabase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestCoreTest {
    @ParameterizedTest
    @EnumSource
    void hands_what_happened_to_a_handler_before_a_test_goes_on(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Queue<Event> seen = new ConcurrentLinkedQueue<>();
            core.add(seen::add, "registry.*");
            CustomerId ada = core.customer("Ada");
            core.append(NewEvent.of("shop.Visited", ada.value()));

            core.settle();

            assertThat(seen).extracting(Event::type).containsExactly("registry.CustomerAdded");
            assertThat(seen).extracting(Event::customer).containsExactly(ada.value());
        }
    }

    /** Notes whom it is told of. */
    private record Noting(Queue<CustomerId> gone) implements LifeCycleParticipant {
        @Override
        public void erased(CustomerId customer) {
            gone.add(customer);
        }

        @Override
        public String subjectData(CustomerId customer) {
            return "[]";
        }
    }

    @ParameterizedTest
    @EnumSource
    void erases_a_customer_here_and_in_a_participant(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Noting participant = new Noting(new ConcurrentLinkedQueue<>());
            core.add(participant);
            CustomerId ada = core.customer("Ada");
            core.customer("Bert");

            core.erase(ada);
            core.settle();

            assertThat(participant.gone()).containsExactly(ada);
            assertThat(core.customers().count(null)).isEqualTo(1);
            assertThat(core.audit().changes()).extracting(Change::detail).contains(Redaction.ERASED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shows_each_caller_their_own_customers(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Caller anna = Staff.agent(7);
            core.customer("Ada");

            CustomerId bert = core.as(anna, () -> core.customer("Bert"));

            assertThat(core.customers().count("name==bert")).isEqualTo(1);
            assertThat(core.customers().count(null)).isEqualTo(2);
            assertThat(core.as(anna, () -> core.customers().count(null))).isEqualTo(1);
            assertThat(core.as(anna, () -> core.registry().find(bert))).isPresent();
            assertThatThrownBy(() -> core.as(Staff.AUDITOR, () -> core.customer("Carl")))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_the_audit_of_what_committed_only(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Change lost = new Change("shop.Opened", "shop", 1, "{}");
            CustomerId ada = core.customer("Ada");

            assertThatThrownBy(() -> core.transactions().write(connection -> {
                        core.audit().record(lost);
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");

            assertThat(core.audit().changes()).extracting(Change::id).containsExactly(ada.value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void fails_where_a_handler_cannot_handle_an_event(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            core.add(event -> {
                throw new IllegalArgumentException("not " + event.type());
            });
            core.customer("Ada");

            assertThatThrownBy(core::settle)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a handler failed");
        }
    }
}
