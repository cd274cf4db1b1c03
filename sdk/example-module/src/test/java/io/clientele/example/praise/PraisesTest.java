package io.clientele.example.praise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.events.NewEvent;
import io.clientele.harness.InMemoryOutbox;
import io.clientele.harness.Staff;
import io.clientele.harness.TestCore;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PraisesTest {
    private static Praises on(TestCore core) {
        core.migrate(Praise.class);
        return new Praises(core.callers(), core.registry(), core.transactions(), core.outbox(), core.ids());
    }

    @ParameterizedTest
    @EnumSource
    void pages_through_praise_from_the_newest_on(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Praises praises = on(core);
            CustomerId ada = core.customer("Ada");
            Praise first = praises.add(ada, "Quick");
            Praise second = praises.add(ada, "Friendly");

            Page<Praise> page = praises.list(ada, 1, Long.MAX_VALUE);
            Page<Praise> rest = praises.list(ada, 1, ShortId.parse(String.valueOf(page.next())));

            assertThat(page.items()).containsExactly(second);
            assertThat(rest.items()).containsExactly(first);
            assertThat(rest.next()).isNull();
            assertThat(praises.get(first.id())).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_that_somebody_was_praised(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            core.migrate(Praise.class);
            InMemoryOutbox outbox = new InMemoryOutbox(core.transactions());
            Praises praises = new Praises(core.callers(), core.registry(), core.transactions(), outbox, core.ids());
            CustomerId ada = core.customer("Ada");

            praises.add(ada, "Quick");

            assertThat(outbox.events()).containsExactly(NewEvent.of(PraiseTotals.GIVEN, ada.value()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void makes_praise_a_fact_that_lists_filter_by(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Praises praises = on(core);
            core.add(new PraiseFacts());
            core.add(new PraiseTotals(core.transactions()), PraiseTotals.GIVEN);
            CustomerId ada = core.customer("Ada");
            praises.add(ada, "Quick");
            praises.add(ada, "Friendly");
            praises.add(core.customer("Bert"), "Cheap");

            core.settle();

            assertThat(core.customers().count("praise.count==2")).isEqualTo(1);
            assertThat(core.customers().count("praise.last=gt=-P1D")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hides_praise_of_customers_that_the_caller_does_not_see(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Praises praises = on(core);
            CustomerId ada = core.customer("Ada");
            Praise praise = praises.add(ada, "Quick");

            assertThatThrownBy(() -> core.as(Staff.agent(7), () -> praises.get(praise.id())))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> core.as(Staff.agent(7), () -> praises.list(ada, 1, Long.MAX_VALUE)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> core.as(Staff.agent(7), () -> praises.add(ada, "Mine")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgets_what_an_erased_customer_said(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Praises praises = on(core);
            PraiseParticipant participant = new PraiseParticipant(core.transactions());
            core.add(new PraiseTotals(core.transactions()), PraiseTotals.GIVEN);
            core.add(participant);
            CustomerId ada = core.customer("Ada");
            praises.add(ada, "Quick");
            praises.add(core.customer("Bert"), "Friendly");
            String told = participant.subjectData(ada);

            core.erase(ada);
            core.settle();

            assertThat(told).contains("\"words\":\"Quick\"");
            assertThat(participant.subjectData(ada)).isEqualTo("[]");
            assertThat(praises.total()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_merged_customer_said_goes_to_the_survivor_and_back(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Praises praises = on(core);
            core.add(new PraiseTotals(core.transactions()), PraiseTotals.GIVEN);
            core.add(new PraiseParticipant(core.transactions()));
            core.add(new PraiseFacts());
            CustomerId ada = core.customer("Ada");
            CustomerId twin = core.customer("Adele");
            praises.add(ada, "Quick");
            praises.add(twin, "Friendly");
            core.settle();

            core.merge(ada, twin);
            core.settle();
            long together = core.customers().count("praise.count==2");
            praises.add(ada, "Cheap");
            core.settle();
            core.unmerge(ada, twin);
            core.settle();

            assertThat(together).isEqualTo(1);
            assertThat(praises.list(twin, 10, Long.MAX_VALUE).items())
                    .extracting(Praise::words)
                    .containsExactly("Friendly");
            assertThat(core.customers().count("name==Ada;praise.count==2")).isEqualTo(1);
            assertThat(core.customers().count("name==Adele;praise.count==1")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_who_may_not_write_and_what_says_nothing(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Praises praises = on(core);
            CustomerId ada = core.customer("Ada");

            assertThatThrownBy(() -> core.as(Staff.AUDITOR, () -> praises.add(ada, "Quick")))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> praises.add(ada, " ")).isInstanceOf(InvalidInputException.class);
            assertThat(praises.total()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_the_shell_how_much_praise_there_is(TestDatabase kind) {
        try (TestCore core = TestCore.start(kind)) {
            Praises praises = on(core);
            praises.add(core.customer("Ada"), "Quick");

            String told = new PraiseCommands(core.callers(), praises).total();

            assertThat(told).isEqualTo("1 times praised");
        }
    }
}
