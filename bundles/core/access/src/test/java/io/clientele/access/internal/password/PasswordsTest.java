package io.clientele.access.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.access.internal.password.Passwords.Turn;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = Passwords.costing(64, 1, 2);

    @Test
    void matches_what_was_hashed_however_the_keyboard_composes_it() {
        String hash = passwords.hash("Ångström und Zoë");

        try (Turn turn = passwords.turn()) {
            assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
            assertThat(turn.matches("A\u030angstro\u0308m und Zoe\u0308", hash)).isTrue();
            assertThat(turn.matches("Ångström und Zoe", hash)).isFalse();
            assertThat(turn.matches("Ångström und Zoë", null)).isFalse();
        }
    }

    @Test
    void agrees_with_the_reference_implementation() {
        // Out of its own tests: the password "password" with the salt "somesalt".
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        try (Turn turn = passwords.turn()) {
            assertThat(turn.matches("password", reference)).isTrue();
            assertThat(turn.outdated(reference)).isTrue();
        }
    }

    @Test
    void takes_long_passwords_of_any_script_and_cuts_nothing_off() {
        String longest = "密码学者".repeat(32);

        assertThat(PasswordRules.violation("/password", longest, "ada")).isEmpty();
        try (Turn turn = passwords.turn()) {
            String hash = turn.hash(longest);
            assertThat(turn.matches(longest, hash)).isTrue();
            assertThat(turn.matches(longest.substring(1), hash)).isFalse();
        }
    }

    @Test
    void refuses_what_is_short_long_common_or_the_login() {
        assertThat(PasswordRules.violation("/password", "seven77", "ada")).isPresent();
        assertThat(PasswordRules.violation("/password", "x".repeat(129), "ada")).isPresent();
        assertThat(PasswordRules.violation("/password", "aaaaaaaa", "ada")).isPresent();
        assertThat(PasswordRules.violation("/password", "xyxYXyZz", "ada")).isPresent();
        assertThat(PasswordRules.violation("/password", "PassWord123", "ada")).isPresent();
        assertThat(PasswordRules.violation("/password", "Ada.Lovelace", "ada.lovelace"))
                .isPresent();
        assertThat(PasswordRules.violation("/password", "half a \ud83d character", "ada"))
                .isPresent();
    }
}
