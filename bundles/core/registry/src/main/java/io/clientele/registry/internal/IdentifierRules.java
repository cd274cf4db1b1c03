package io.clientele.registry.internal;

import io.clientele.registry.Identifier;
import org.jspecify.annotations.Nullable;

/** What names from other systems may be. */
public final class IdentifierRules {
    private static final int MAX_SOURCE = 40;
    private static final int MAX_ID = 150;

    private IdentifierRules() {}

    /** The identifier in its one form, or null after a fault. */
    static @Nullable Identifier check(Identifier raw, Faults faults) {
        return check(raw, "/id", faults);
    }

    /** The identifier in its one form, in which others are found by it; one that breaks a rule as it is. */
    public static Identifier clean(Identifier raw) {
        Identifier clean = check(raw, new Faults());
        return clean == null ? raw : clean;
    }

    /** As {@link #check(Identifier, Faults)}, where the id stands at {@code pointer}. */
    static @Nullable Identifier check(Identifier raw, String pointer, Faults faults) {
        int before = faults.found().size();
        String source = TextRules.line(raw.source(), "/source", MAX_SOURCE, faults);
        String id = TextRules.line(raw.id(), pointer, MAX_ID, faults);
        if (source == null || !isSource(source)) {
            faults.add("/source", "is one word of letters, digits, - _ and .");
            return null;
        }
        if (id == null) {
            faults.add(pointer, "is missing");
            return null;
        }
        // What is too long is cut to its first letter, which may be the name of another customer.
        return faults.found().size() > before ? null : new Identifier(source, id);
    }

    private static boolean isSource(String source) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
