package io.clientele.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.access.NewUser;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.Team;
import io.clientele.access.User;
import io.clientele.access.Visibility;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsersAndTeamsTest {
    private final SettableClock clock = Firm.clock();

    @ParameterizedTest
    @EnumSource
    void gives_each_caller_what_roles_and_the_tree_of_teams_let_them_see(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            Team asia = firm.asSystem(() -> firm.teams.add("Asia", null));
            Team china = firm.asSystem(() -> firm.teams.add("China", asia.id()));
            Team shanghai = firm.asSystem(() -> firm.teams.add("上海", china.id()));
            Team europe = firm.asSystem(() -> firm.teams.add("Europe", null));
            User agent = firm.user("agent", Role.AGENT, null, china.id());
            User manager = firm.user("manager", Role.MANAGER, null, china.id());
            firm.user("admin", Role.ADMIN, null, europe.id());
            firm.user("auditor", Role.AUDITOR);

            assertThat(visible(firm, "agent")).isEqualTo(new Visibility.Some(agent.id(), Set.of()));
            assertThat(visible(firm, "manager"))
                    .isEqualTo(new Visibility.Some(manager.id(), Set.of(china.id(), shanghai.id())));
            assertThat(visible(firm, "admin")).isEqualTo(new Visibility.All());
            assertThat(visible(firm, "auditor")).isEqualTo(new Visibility.All());
        }
    }

    @ParameterizedTest
    @EnumSource
    void lets_a_moved_team_be_seen_on_other_nodes_within_three_seconds(TestDatabase database) {
        TestDatabase.Location location = database.create();
        try (Firm here = new Firm(location, clock);
                Firm there = new Firm(location, clock)) {
            Team asia = here.asSystem(() -> here.teams.add("Asia", null));
            Team china = here.asSystem(() -> here.teams.add("China", null));
            here.user("manager", Role.MANAGER, null, asia.id());
            String token = there.signIn("manager").token();
            assertThat(there.caller(token).teams()).containsExactly(asia.id());

            here.asSystem(() -> here.teams.update(new Team(china.id(), china.version(), "China", asia.id())));
            clock.forward(Duration.ofSeconds(3));

            assertThat(there.caller(token).teams()).containsExactlyInAnyOrder(asia.id(), china.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_teams_a_tree_and_refuses_stale_writers(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            Team asia = firm.asSystem(() -> firm.teams.add("Asia", null));
            Team china = firm.asSystem(() -> firm.teams.add("China", asia.id()));

            assertThatThrownBy(() -> firm.asSystem(
                            () -> firm.teams.update(new Team(asia.id(), asia.version(), "Asia", china.id()))))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> firm.asSystem(
                            () -> firm.teams.update(new Team(asia.id(), asia.version() + 1, "Asia", null))))
                    .isInstanceOf(PreconditionException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_taken_login_a_bad_password_and_an_unknown_team_with_their_places(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("Ada", Role.AGENT);

            assertThatThrownBy(() -> firm.user("aDA", Role.AGENT)).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> firm.asSystem(() -> firm.users.add(new NewUser(
                            "two words", " ", Set.of(), null, new io.clientele.access.TeamId(7), "12345678"))))
                    .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.violations())
                            .extracting(InvalidInputException.Violation::pointer)
                            .containsExactly("/login", "/name", "/roles", "/team", "/password"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void always_leaves_an_administrator(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            User boss = firm.user("boss", Role.ADMIN);

            assertThatThrownBy(() -> firm.asSystem(() -> firm.users.update(disabled(boss))))
                    .isInstanceOf(ConflictException.class);
            firm.user("deputy", Role.ADMIN);
            assertThat(firm.asSystem(() -> firm.users.update(disabled(boss))).active())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void lets_only_administrators_write_users_and_teams(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            User manager = firm.user("manager", Role.MANAGER);
            Caller caller = firm.caller(firm.signIn("manager").token());
            User raised = new User(
                    manager.id(), manager.version(), "manager", "Me", Set.of(Role.ADMIN), Scope.ALL, null, true);

            assertThatThrownBy(() -> firm.callers.as(caller, () -> firm.users.update(raised)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> firm.callers.as(caller, () -> firm.teams.add("Mine", null)))
                    .isInstanceOf(ForbiddenException.class);
            assertThat(firm.callers.as(caller, () -> firm.users.list(10, null)).items())
                    .containsExactly(manager);
        }
    }

    @ParameterizedTest
    @EnumSource
    void makes_tokens_that_work_until_removed_expired_or_their_user_disabled(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("boss", Role.ADMIN);
            User ada = firm.user("ada", Role.AGENT);
            Caller caller = firm.caller(firm.signIn("ada").token());
            Tokens.Made lasting = firm.callers.as(caller, () -> firm.tokens.make("sync", null));
            Tokens.Made removed = firm.callers.as(caller, () -> firm.tokens.make("old", null));
            Tokens.Made ending = firm.callers.as(
                    caller, () -> firm.tokens.make("short", clock.instant().plusSeconds(60)));
            assertThat(lasting.secret()).startsWith("clt_");
            assertThat(firm.caller(lasting.secret()).user()).isEqualTo(ada.id());
            assertThat(firm.caller(ending.secret()).user()).isEqualTo(ada.id());
            assertThat(firm.caller(removed.secret()).user()).isEqualTo(ada.id());

            firm.callers.as(caller, () -> {
                firm.tokens.remove(removed.token().id());
                return removed;
            });
            clock.forward(Duration.ofSeconds(60));

            assertThatThrownBy(() -> firm.caller(removed.secret())).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> firm.caller(ending.secret())).isInstanceOf(UnauthenticatedException.class);
            assertThat(firm.caller(lasting.secret()).user()).isEqualTo(ada.id());
            firm.asSystem(() -> firm.users.update(disabled(ada)));
            assertThatThrownBy(() -> firm.caller(lasting.secret())).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hides_the_tokens_of_others(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("ada", Role.AGENT);
            firm.user("bob", Role.ADMIN);
            Caller ada = firm.caller(firm.signIn("ada").token());
            Caller bob = firm.caller(firm.signIn("bob").token());
            long id = firm.callers
                    .as(ada, () -> firm.tokens.make("sync", null))
                    .token()
                    .id();

            assertThat(firm.callers.as(bob, () -> firm.tokens.list(10, null)).items())
                    .isEmpty();
            assertThatThrownBy(() -> firm.callers.as(bob, () -> {
                        firm.tokens.remove(id);
                        return id;
                    }))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    private static User disabled(User user) {
        return new User(
                user.id(), user.version(), user.login(), user.name(), user.roles(), user.scope(), user.team(), false);
    }

    private static Visibility visible(Firm firm, String login) {
        return Visibility.of(firm.caller(firm.signIn(login).token()));
    }
}
