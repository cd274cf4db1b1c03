package io.clientele.facts.internal;

import io.clientele.persistence.Dialect;
import java.util.Optional;

/** Where the texts that begin alike end, in the order in which each database keeps them. */
final class Prefixes {
    private Prefixes() {}

    /** The least text after all that begin with {@code start}; none if every later text does. */
    static Optional<String> end(String start, Dialect dialect) {
        return dialect == Dialect.H2 ? endByUnit(start) : endByCharacter(start);
    }

    /** H2 compares UTF-16 units. */
    private static Optional<String> endByUnit(String start) {
        int last = start.length() - 1;
        while (last >= 0 && start.charAt(last) == Character.MAX_VALUE) {
            last--;
        }
        return last < 0 ? Optional.empty() : Optional.of(start.substring(0, last) + (char) (start.charAt(last) + 1));
    }

    /** The collation {@code "C"} of PostgreSQL compares bytes of UTF-8, which is the order of code points; halves of pairs are none. */
    private static Optional<String> endByCharacter(String start) {
        int end = start.length();
        while (end > 0) {
            int last = start.codePointBefore(end);
            int begin = end - Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return Optional.of(start.substring(0, begin) + Character.toString(next));
            }
            end = begin;
        }
        return Optional.empty();
    }
}
