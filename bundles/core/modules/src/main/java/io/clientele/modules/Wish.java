package io.clientele.modules;

import org.jspecify.annotations.Nullable;

/**
 * A change that somebody asks for.
 *
 * @param sha256 the archive to install or update to, or null for the newest one that is available
 * @param downgrade whether an older version than the present one is meant
 */
public record Wish(ChangeKind kind, String module, @Nullable String sha256, Downgrade downgrade) {
    /** Whether going back to an older version is meant, or would be a mistake. */
    public enum Downgrade {
        REFUSED,
        ALLOWED
    }

    public static Wish of(ChangeKind kind, String module) {
        return new Wish(kind, module, null, Downgrade.REFUSED);
    }
}
