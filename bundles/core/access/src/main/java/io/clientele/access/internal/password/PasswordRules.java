package io.clientele.access.internal.password;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are good enough: 8 to 128 characters of any script after NFKC normalisation, at least 4 of them different, none that everybody
 * tries first, and not the login (NIST SP 800-63B, 5.1.1.2). There is no rule about kinds of characters, and nothing is cut off.
 */
public final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int DIFFERENT = 4;

    private PasswordRules() {}

    /** What is wrong with {@code password} for the user with {@code login}, said of the field at {@code pointer}. */
    public static Optional<Violation> violation(String pointer, String password, String login) {
        String form = form(password);
        int length = form.codePointCount(0, form.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(new Violation(
                    pointer, "A password has " + SHORTEST + " to " + LONGEST + " characters, this one " + length));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(form)) {
            return Optional.of(new Violation(pointer, "The password holds half a character"));
        }
        String folded = form.toLowerCase(Locale.ROOT);
        if (folded.equals(form(login).toLowerCase(Locale.ROOT))) {
            return Optional.of(new Violation(pointer, "The password is the login"));
        }
        if (folded.codePoints().distinct().limit(DIFFERENT).count() < DIFFERENT) {
            return Optional.of(
                    new Violation(pointer, "A password has at least " + DIFFERENT + " different characters"));
        }
        if (common().contains(folded)) {
            return Optional.of(new Violation(pointer, "The password is one of those that are tried first"));
        }
        return Optional.empty();
    }

    /** Fails unless {@code password} is good enough. */
    public static void check(String pointer, String password, String login) {
        violation(pointer, password, login).ifPresent(violation -> {
            throw new InvalidInputException(violation.pointer(), violation.detail());
        });
    }

    /** The one form of a password, however a keyboard composes it. */
    static String form(String password) {
        // Longer than any password by far, and normalisation of such a text would only cost.
        return password.length() > LONGEST * 8 ? password : Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    static boolean tooLong(String form) {
        return form.codePointCount(0, form.length()) > LONGEST;
    }

    /** Read at every use: passwords are set rarely, and the list is short. */
    private static Set<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("the list of common passwords is missing");
            }
            return Set.copyOf(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .distinct()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
