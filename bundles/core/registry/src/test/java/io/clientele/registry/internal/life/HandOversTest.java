package io.clientele.registry.internal.life;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static io.clientele.registry.internal.TestRegistry.NORTH;
import static io.clientele.registry.internal.TestRegistry.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.BatchedEdits;
import io.clientele.registry.internal.TestRegistry;
import io.clientele.registry.internal.store.StoredHandOver;
import io.clientele.registry.internal.store.StoredHandOver.Order;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandOversTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Order ANNAS_TO_FIVE = new Order(ANNA.user(), new UserId(5), null, null);
    private static final Caller MANAGER =
            new Caller(new UserId(6), "user6", Set.of(Role.MANAGER), Scope.TEAM, Set.of(NORTH));
    private static final Caller OTHER_MANAGER =
            new Caller(new UserId(7), "user7", Set.of(Role.MANAGER), Scope.TEAM, Set.of(SOUTH));

    private static HandOvers on(TestRegistry test) {
        return new HandOvers(
                test.foundation, new BatchedEdits(test.foundation), TestRegistry.USERS, TestRegistry.TEAMS);
    }

    private static void add(TestRegistry test, Caller owner, int customers) {
        IntStream.range(0, customers)
                .forEach(i -> test.as(owner, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "C" + i))));
    }

    private static long owned(TestRegistry test, long user) {
        return Rows.count(test.database, "registry_customer where owner_id = " + user);
    }

    private static long told(TestRegistry test) {
        return Rows.count(test.database, "events_event where type = 'registry.CustomersHandedOver'");
    }

    @ParameterizedTest
    @EnumSource
    void all_customers_of_a_leaver_go_to_the_successor_and_nobody_elses_do(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            add(test, ANNA, 205);
            add(test, BERT, 1);

            long counted = test.as(ADMIN, () -> on(test).count(ANNAS_TO_FIVE));
            StoredHandOver begun = test.as(ADMIN, () -> on(test).begin(ANNAS_TO_FIVE));
            StoredHandOver done = test.as(ADMIN, () -> on(test).carryOn(begun.id(), LONG));

            assertThat(counted).isEqualTo(205);
            assertThat(done.progress().done()).isTrue();
            assertThat(done.progress().moved()).isEqualTo(205);
            assertThat(owned(test, 2)).isZero();
            assertThat(owned(test, 5)).isEqualTo(205);
            assertThat(owned(test, 3)).isEqualTo(1);
            assertThat(told(test)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_was_cut_off_goes_on_where_it_ended(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            add(test, ANNA, 205);
            StoredHandOver begun = test.as(ADMIN, () -> on(test).begin(ANNAS_TO_FIVE));

            StoredHandOver cut = test.as(ADMIN, () -> on(test).carryOn(begun.id(), Duration.ZERO));
            StoredHandOver done = test.as(ADMIN, () -> on(test).carryOn(begun.id(), LONG));
            StoredHandOver again = test.as(ADMIN, () -> on(test).carryOn(begun.id(), LONG));

            assertThat(cut.progress().moved()).isEqualTo(200);
            assertThat(cut.progress().done()).isFalse();
            assertThat(done.progress().moved()).isEqualTo(205);
            assertThat(again.progress()).isEqualTo(done.progress());
            assertThat(test.as(ADMIN, () -> on(test).find(begun.id()))).isEqualTo(done);
            assertThat(told(test)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void those_that_a_filter_finds_go_to_a_team(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            add(test, ANNA, 3);

            StoredHandOver begun =
                    test.as(ADMIN, () -> on(test).begin(new Order(ANNA.user(), null, SOUTH, "name==C1,name==C2")));
            StoredHandOver done = test.as(ADMIN, () -> on(test).carryOn(begun.id(), LONG));

            assertThat(done.progress().moved()).isEqualTo(2);
            assertThat(Rows.count(test.database, "registry_customer where owner_id is null and team_id = 12"))
                    .isEqualTo(2);
            assertThat(owned(test, 2)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_gives_away_or_hears_of_what_is_out_of_sight(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            add(test, ANNA, 2);
            StoredHandOver begun = test.as(MANAGER, () -> on(test).begin(ANNAS_TO_FIVE));

            assertThatThrownBy(() -> test.as(OTHER_MANAGER, () -> on(test).carryOn(begun.id(), LONG)))
                    .isInstanceOf(NotFoundException.class);
            assertThat(test.as(OTHER_MANAGER, () -> on(test).list(10, null)).items())
                    .isEmpty();
            assertThat(test.as(OTHER_MANAGER, () -> on(test).count(ANNAS_TO_FIVE)))
                    .isZero();
            assertThat(test.as(MANAGER, () -> on(test).list(10, null)).items()).containsExactly(begun);
            assertThatThrownBy(() -> test.as(ANNA, () -> on(test).begin(ANNAS_TO_FIVE)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_order_names_people_who_are_there(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            UserId nobody = new UserId(77);

            for (Order wrong : new Order[] {
                new Order(nobody, new UserId(5), null, null),
                new Order(ANNA.user(), nobody, null, null),
                new Order(ANNA.user(), ANNA.user(), null, null),
                new Order(ANNA.user(), null, null, null),
                new Order(ANNA.user(), new UserId(5), null, "nmae==x"),
                new Order(ANNA.user(), new UserId(5), null, "name==x),(name==y")
            }) {
                assertThatThrownBy(() -> test.as(ADMIN, () -> on(test).begin(wrong)))
                        .isInstanceOf(InvalidInputException.class);
            }
        }
    }
}
