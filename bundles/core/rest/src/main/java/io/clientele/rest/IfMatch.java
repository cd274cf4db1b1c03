package io.clientele.rest;

import io.clientele.kernel.PreconditionException;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of a write (RFC 9110 §13.1.1), restricted to one strong tag that a {@link Versioned} answer carried. */
public final class IfMatch {
    private IfMatch() {}

    /** The version the writer read; a missing header answers 428, one that is no tag of ours 412. */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw PreconditionException.missing();
        }
        String tag = header.strip();
        if (tag.length() < 3 || tag.charAt(0) != '"' || tag.charAt(tag.length() - 1) != '"') {
            throw PreconditionException.stale();
        }
        try {
            return Long.parseLong(tag.substring(1, tag.length() - 1));
        } catch (NumberFormatException e) {
            throw PreconditionException.stale();
        }
    }
}
