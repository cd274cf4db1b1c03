package io.clientele.registry.internal.life;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import io.clientele.access.internal.audit.ChainedAuditTrail;
import io.clientele.access.internal.audit.ChainedRedaction;
import io.clientele.events.NewEvent;
import io.clientele.events.internal.StoredEventDetails;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.NotFoundException;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Direction;
import io.clientele.registry.Erased;
import io.clientele.registry.Erasures;
import io.clientele.registry.Identifier;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewConsent;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Profile;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.Status;
import io.clientele.registry.internal.RecordedConsents;
import io.clientele.registry.internal.RecordedPurchases;
import io.clientele.registry.internal.RecordedTimeline;
import io.clientele.registry.internal.TestRegistry;
import io.clientele.registry.internal.VisibleRelations;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasuresTest {
    /** In everything that is said about the customer, in any case. */
    private static final String MARK = "Zanzibar";

    private static final Caller SOUTHERN_ADMIN =
            new Caller(new UserId(9), "user9", Set.of(Role.ADMIN), Scope.TEAM, Set.of(SOUTH));

    private static Erasures on(TestRegistry test) {
        return new TracelessErasures(
                test.foundation,
                new ChainedRedaction(test.database.transactions()),
                new StoredEventDetails(test.database.transactions()));
    }

    private static CustomerId add(TestRegistry test, String name) {
        return test.as(ANNA, () -> test.registry.add(Profile.of(CustomerKind.PERSON, name)))
                .id();
    }

    private static Profile profile(String name) {
        return new Profile(
                CustomerKind.PERSON,
                name,
                null,
                null,
                Status.ACTIVE,
                null,
                null,
                List.of(new Identifier("erp", MARK)),
                List.of(new ContactPoint.Email(MARK + "@example.com", null)),
                List.of(MARK));
    }

    /** A customer of whom much is known. */
    private static CustomerId known(TestRegistry test) {
        return test.as(ANNA, () -> {
            CustomerId id = test.registry.add(profile(MARK)).id();
            test.registry.change(
                    id, 1, before -> profile(MARK + " the Second").assigned(before.owner(), before.team()));
            new RecordedTimeline(test.foundation).add(id, call());
            new RecordedPurchases(test.foundation).add(id, purchase());
            new RecordedConsents(test.foundation).add(id, consent());
            new VisibleRelations(test.foundation).add(id, "knows", add(test, "Friend"));
            test.database.transactions().write(connection -> {
                test.foundation
                        .platform()
                        .outbox()
                        .append(new NewEvent("praise.PraiseGiven", id.value(), "{\"words\":\"" + MARK + "\"}"));
                return id;
            });
            return id;
        });
    }

    private static NewInteraction call() {
        return new NewInteraction(
                InteractionKind.CALL,
                Direction.IN,
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(MARK),
                MARK,
                MARK);
    }

    private static NewConsent consent() {
        return new NewConsent(
                ContactChannel.EMAIL,
                NewConsent.MARKETING,
                NewConsent.Decision.GIVEN,
                Instant.parse("2026-01-01T00:00:00Z"),
                MARK,
                MARK);
    }

    private static NewPurchase purchase() {
        return new NewPurchase(
                new Identifier("shop", MARK),
                LocalDate.of(2026, 1, 1),
                Currency.getInstance("EUR"),
                List.of(new PurchaseLine(MARK, BigDecimal.ONE, BigDecimal.TEN, null)),
                null);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_left_of_the_customer_in_any_table(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerId id = known(test);
            List<String> before = Rows.with(test.database, MARK);

            Erased erased = test.as(ADMIN, () -> on(test).erase(id));

            assertThat(before)
                    .contains("access_audit", "events_event", "registry_customer", "registry_interaction")
                    .contains("registry_identifier", "registry_key", "registry_purchase", "registry_purchase_line")
                    .contains("registry_consent_entry");
            assertThat(Rows.with(test.database, MARK)).isEmpty();
            assertThat(Rows.count(test.database, "registry_consent")).isZero();
            assertThat(erased.customer()).isEqualTo(id);
            assertThat(test.as(ADMIN, () -> test.registry.find(id))).isEmpty();
            assertThat(test.as(ADMIN, () -> new ChainedAuditTrail(test.database.transactions(), test.callers).verify())
                            .fault())
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void done_twice_it_is_done_once(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerId id = add(test, "Ada");

            Erased first = test.as(ADMIN, () -> on(test).erase(id));
            Erased second = test.as(ADMIN, () -> on(test).erase(id));

            assertThat(second).isEqualTo(first);
            assertThat(Rows.count(test.database, "events_event where type = 'registry.CustomerErased'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_customer_is_as_absent_as_one_that_was_erased(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerId foreign = add(test, "Ada");
            CustomerId gone = add(test, "Bert");
            test.as(ADMIN, () -> on(test).erase(gone));

            assertThatThrownBy(() -> test.as(SOUTHERN_ADMIN, () -> on(test).erase(foreign)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> test.as(SOUTHERN_ADMIN, () -> on(test).erase(gone)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> test.as(ADMIN, () -> on(test).erase(new CustomerId(7))))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> test.as(ANNA, () -> on(test).erase(foreign)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_writes_at_the_same_time_leaves_nothing_behind(TestDatabase kind) throws InterruptedException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedTimeline timeline = new RecordedTimeline(test.foundation);
            for (int i = 0; i < 20; i++) {
                CustomerId id = add(test, "Ada");
                Future<?> writing = other.submit(() -> test.as(ANNA, () -> timeline.add(id, call())));
                test.as(ADMIN, () -> on(test).erase(id));
                finish(writing);
            }

            assertThat(Rows.count(test.database, "registry_interaction")).isZero();
            assertThat(Rows.count(test.database, "registry_activity")).isZero();
            assertThat(Rows.count(test.database, "registry_erasure")).isEqualTo(20);
        } finally {
            other.shutdown();
        }
    }

    /** It was first, or it failed. */
    private static void finish(Future<?> writing) throws InterruptedException {
        try {
            writing.get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(RuntimeException.class);
        }
    }
}
