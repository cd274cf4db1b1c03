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
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.NotFoundException;
import io.clientele.registry.Consent;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Direction;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewConsent;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.RecordedConsents;
import io.clientele.registry.internal.RecordedPurchases;
import io.clientele.registry.internal.RecordedTimeline;
import io.clientele.registry.internal.TestRegistry;
import io.clientele.registry.internal.VisibleRelations;
import io.clientele.registry.internal.life.SubjectExports.SubjectExport;
import io.clientele.registry.internal.life.SubjectParts.State;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectExportsTest {
    private static final Caller SOUTHERN_MANAGER =
            new Caller(new UserId(9), "user9", Set.of(Role.MANAGER), Scope.TEAM, Set.of(SOUTH));

    /** A participant that only tells. */
    private record Telling(Function<CustomerId, String> told) implements LifeCycleParticipant {
        @Override
        public void erased(CustomerId customer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String subjectData(CustomerId customer) {
            return told.apply(customer);
        }
    }

    private static SubjectExports on(TestRegistry test, Map<String, @Nullable LifeCycleParticipant> participants) {
        SubjectExports.Belongings belongings = new SubjectExports.Belongings(
                new RecordedTimeline(test.foundation),
                new RecordedPurchases(test.foundation),
                new VisibleRelations(test.foundation),
                new RecordedConsents(test.foundation),
                test.history);
        return new SubjectExports(test.foundation, belongings, () -> participants, Duration.ofSeconds(2));
    }

    private static CustomerId add(TestRegistry test) {
        return test.as(ANNA, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void an_export_holds_all_pages_of_what_the_registry_knows(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerId ada = add(test);
            RecordedTimeline timeline = new RecordedTimeline(test.foundation);
            for (int i = 0; i < 201; i++) {
                Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i);
                NewInteraction note =
                        new NewInteraction(InteractionKind.NOTE, Direction.NONE, null, at, List.of(), null, "note");
                test.as(ANNA, () -> timeline.add(ada, note));
            }

            NewConsent given = new NewConsent(
                    ContactChannel.POST, "marketing", NewConsent.Decision.GIVEN, Instant.EPOCH, "letter", null);
            test.as(ANNA, () -> new RecordedConsents(test.foundation).add(ada, given));

            SubjectExport export = test.as(ADMIN, () -> on(test, Map.of()).export(ada));

            assertThat(export.consents()).extracting(Consent::content).containsExactly(given);
            assertThat(export.customer()).contains("\"name\":\"Ada\"");
            assertThat(export.interactions()).hasSize(201);
            assertThat(export.history()).hasSize(204);
            assertThat(export.complete()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_that_is_away_fails_or_hangs_is_named(TestDatabase kind) {
        CountDownLatch never = new CountDownLatch(1);
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerId ada = add(test);
            Map<String, @Nullable LifeCycleParticipant> participants = new TreeMap<>();
            participants.put("a.tells", new Telling(customer -> "{\"about\":\"" + customer + "\"}"));
            participants.put("b.away", null);
            participants.put("c.throws", new Telling(customer -> {
                throw new LinkageError("a class is missing");
            }));
            participants.put("d.hangs", new Telling(customer -> hang(never)));
            participants.put("e.babbles", new Telling(customer -> "{"));
            participants.put("f.blank", new Telling(customer -> ""));
            participants.put("g.null", new Telling(customer -> nothing()));

            SubjectExport export = test.as(ADMIN, () -> on(test, participants).export(ada));

            assertThat(export.modules())
                    .extracting(SubjectParts.Part::state)
                    .containsExactly(
                            State.COMPLETE,
                            State.AWAY,
                            State.FAILED,
                            State.FAILED,
                            State.FAILED,
                            State.FAILED,
                            State.FAILED);
            assertThat(export.modules().get(0).data()).hasToString("{\"about\":\"" + ada + "\"}");
            assertThat(export.complete()).isFalse();
        } finally {
            never.countDown();
        }
    }

    /** As a module may that was compiled without our checks. */
    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    private static String hang(CountDownLatch never) {
        try {
            never.await();
            return "{}";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_exports_whom_they_do_not_see(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerId ada = add(test);
            SubjectExports exports = on(test, Map.of());

            assertThatThrownBy(() -> test.as(SOUTHERN_MANAGER, () -> exports.export(ada)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> test.as(ANNA, () -> exports.export(ada))).isInstanceOf(ForbiddenException.class);
        }
    }
}
