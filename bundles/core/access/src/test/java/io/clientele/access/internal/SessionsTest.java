package io.clientele.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.access.Role;
import io.clientele.access.User;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ThrottledException;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.rest.spi.Credentials;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionsTest {
    private final SettableClock clock = Firm.clock();

    @ParameterizedTest
    @EnumSource
    void signs_in_whatever_the_case_of_the_login_and_keeps_the_token_only_as_a_hash(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            User ada = firm.user("Ada", Role.AGENT);

            Sessions.Opened opened = firm.sessions.open("aDA", Firm.PASSWORD, "192.0.2.1");

            assertThat(firm.caller(opened.token()).user()).isEqualTo(ada.id());
            assertThat(firm.sql("delete from access_session where token_hash = '" + opened.token() + "'"))
                    .isZero();
            assertThat(firm.sql("delete from access_session where token_hash = '" + Secrets.hash(opened.token()) + "'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ends_a_session_on_other_nodes_within_three_seconds_when_its_user_is_disabled(TestDatabase database) {
        TestDatabase.Location location = database.create();
        try (Firm here = new Firm(location, clock);
                Firm there = new Firm(location, clock)) {
            here.user("boss", Role.ADMIN);
            User ada = here.user("ada", Role.AGENT);
            String token = here.signIn("ada").token();
            there.caller(token);

            here.asSystem(() -> here.users.update(
                    new User(ada.id(), ada.version(), "ada", "Ada", ada.roles(), ada.scope(), null, false)));
            clock.forward(Duration.ofSeconds(3));

            assertThatThrownBy(() -> here.caller(token)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> there.caller(token)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> there.signIn("ada")).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ends_all_sessions_of_a_user_with_a_change_of_password_and_begins_another(TestDatabase database) {
        TestDatabase.Location location = database.create();
        try (Firm here = new Firm(location, clock);
                Firm there = new Firm(location, clock)) {
            here.user("ada", Role.AGENT);
            String elsewhere = there.signIn("ada").token();
            there.caller(elsewhere);
            String own = here.signIn("ada").token();

            Sessions.Opened next = here.callers.as(
                    here.caller(own),
                    () -> here.sessions.changePassword(Firm.PASSWORD, "another good phrase", "192.0.2.1"));
            clock.forward(Duration.ofSeconds(3));

            assertThat(there.caller(next.token()).login()).isEqualTo("ada");
            assertThatThrownBy(() -> there.caller(elsewhere)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> here.caller(own)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> here.signIn("ada")).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asks_the_current_password_and_refuses_a_bad_one_when_it_is_changed(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("ada", Role.AGENT);
            var ada = firm.caller(firm.signIn("ada").token());

            assertThatThrownBy(() -> firm.callers.as(
                            ada,
                            () -> firm.sessions.changePassword("not this one", "another good phrase", "192.0.2.1")))
                    .isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> firm.callers.as(
                            ada, () -> firm.sessions.changePassword(Firm.PASSWORD, "password1", "192.0.2.1")))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signs_out(TestDatabase database) {
        TestDatabase.Location location = database.create();
        try (Firm here = new Firm(location, clock);
                Firm there = new Firm(location, clock)) {
            here.user("ada", Role.AGENT);
            String token = here.signIn("ada").token();
            there.caller(token);

            here.sessions.close(new Credentials("Bearer " + token, null, "192.0.2.1"));
            clock.forward(Duration.ofSeconds(3));

            assertThatThrownBy(() -> here.caller(token)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> there.caller(token)).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ends_sessions_that_lie_idle_also_those_that_are_only_looked_at(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("ada", Role.AGENT);
            String used = firm.signIn("ada").token();
            String idle = firm.signIn("ada").token();
            clock.forward(Duration.ofMinutes(40));
            firm.caller(used);
            clock.forward(Duration.ofMinutes(40));

            assertThat(firm.caller(used).login()).isEqualTo("ada");
            assertThatThrownBy(() -> firm.caller(idle)).isInstanceOf(UnauthenticatedException.class);

            clock.forward(Duration.ofMinutes(40));
            Credentials open = new Credentials("Bearer " + used, null, "192.0.2.1");
            assertThat(firm.authenticator.look(open)).isPresent();
            clock.forward(Duration.ofMinutes(40));
            assertThatThrownBy(() -> firm.authenticator.look(open)).isInstanceOf(UnauthenticatedException.class);
            assertThatThrownBy(() -> firm.caller(used)).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ends_sessions_that_grow_old_however_much_they_are_used(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("ada", Role.AGENT);
            String used = firm.signIn("ada").token();
            for (int i = 0; i < 23; i++) {
                clock.forward(Duration.ofMinutes(30));
                assertThat(firm.caller(used).login()).isEqualTo("ada");
            }

            clock.forward(Duration.ofMinutes(30));
            assertThatThrownBy(() -> firm.caller(used)).isInstanceOf(UnauthenticatedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void makes_guessing_slow_for_known_and_unknown_logins_alike_and_lets_the_right_one_in_later(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("ada", Role.AGENT);
            guess(firm, "ada");
            guess(firm, "nobody");

            ThrottledException known = refusal(firm, "ada");
            ThrottledException unknown = refusal(firm, "nobody");

            assertThat(known.retryAfter()).isEqualTo(Duration.ofSeconds(1)).isEqualTo(unknown.retryAfter());
            clock.forward(Duration.ofSeconds(1));
            assertThat(firm.signIn("ada").user().login()).isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void makes_guessing_slow_for_an_address_that_tries_many_logins(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("ada", Role.AGENT);
            IntStream.range(0, 20).forEach(i -> assertThatThrownBy(
                            () -> firm.sessions.open("somebody" + i, "wrong password", "198.51.100.7"))
                    .isInstanceOf(UnauthenticatedException.class));

            assertThatThrownBy(() -> firm.sessions.open("ada", Firm.PASSWORD, "198.51.100.7"))
                    .isInstanceOf(ThrottledException.class);
            assertThat(firm.signIn("ada").user().login()).isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_kept_out_by_others_who_guess_elsewhere_or_beside_them(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), clock)) {
            firm.user("ada", Role.AGENT);
            assertThat(firm.signIn("ada").user().login()).isEqualTo("ada");
            IntStream.range(0, 50).forEach(i -> assertThatThrownBy(
                            () -> firm.sessions.open("ada", "wrong password", "198.51.100." + i))
                    .isInstanceOf(UnauthenticatedException.class));
            IntStream.range(0, 20).forEach(i -> assertThatThrownBy(
                            () -> firm.sessions.open("somebody" + i, "wrong password", "192.0.2.1"))
                    .isInstanceOf(UnauthenticatedException.class));

            assertThat(firm.signIn("ada").user().login()).isEqualTo("ada");
            assertThatThrownBy(() -> firm.sessions.open("ada", Firm.PASSWORD, "203.0.113.9"))
                    .isInstanceOf(ThrottledException.class);
        }
    }

    private static void guess(Firm firm, String login) {
        IntStream.range(0, 5)
                .forEach(i -> assertThatThrownBy(() -> firm.sessions.open(login, "wrong password " + i, "192.0.2.1"))
                        .isInstanceOf(UnauthenticatedException.class));
    }

    private static ThrottledException refusal(Firm firm, String login) {
        return catchThrowableOfType(ThrottledException.class, () -> firm.signIn(login));
    }
}
