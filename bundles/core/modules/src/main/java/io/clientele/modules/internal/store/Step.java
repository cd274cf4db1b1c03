package io.clientele.modules.internal.store;

import java.util.Locale;

/** How far a change has come; each is written down before it is taken. */
public enum Step {
    PREPARED,
    STOPPING,
    UNDOING,
    STARTING,
    RETURNING,
    DONE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
