package io.clientele.access.internal;

import io.clientele.kernel.InvalidInputException.Violation;
import java.util.List;

/** What a name that people read must be like. */
final class Texts {
    private static final int LONGEST = 200;

    private Texts() {}

    static void checkName(String pointer, String name, List<Violation> violations) {
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST) {
            violations.add(new Violation(pointer, "A name has 1 to " + LONGEST + " characters"));
        } else if (name.codePoints().anyMatch(Texts::unreadable)) {
            violations.add(new Violation(pointer, "A name has no control characters"));
        }
    }

    private static boolean unreadable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
