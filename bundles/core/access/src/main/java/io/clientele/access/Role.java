package io.clientele.access;

import java.util.Set;

/** What a user is in the firm; roles add up. */
public enum Role {
    /** Everything, including users, modules and settings. */
    ADMIN,
    /** Reads, writes, imports, exports and merges; sees the team subtree unless told otherwise. */
    MANAGER,
    /** Reads and writes; sees own customers unless told otherwise. */
    AGENT,
    /** Reads everything, changes nothing, and verifies the audit chain. */
    AUDITOR;

    /**
     * Whether this role brings a permission {@code noun:verb}. Verbs have one meaning for every bundle, so that a new module's
     * permissions fall into place by themselves: {@code read}, {@code write}, {@code import}, {@code export}, {@code merge}, {@code audit}, {@code admin}.
     */
    public boolean grants(String permission) {
        String verb = permission.substring(permission.indexOf(':') + 1);
        return switch (this) {
            case ADMIN -> true;
            case MANAGER -> Set.of("read", "write", "import", "export", "merge").contains(verb);
            case AGENT -> verb.equals("read") || verb.equals("write");
            case AUDITOR -> verb.equals("read") || verb.equals("audit");
        };
    }
}
