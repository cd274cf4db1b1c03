package io.clientele.modules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as the journal tells it.
 *
 * @param from the version before, or null
 * @param to the version it was meant to lead to, or null
 * @param step how far it came: {@code prepared}, {@code stopping}, {@code undoing}, {@code starting}, {@code returning} or {@code done}
 * @param by the login of who asked for it
 * @param detail why it failed, or null
 * @param awayMillis for how long the module's own paths answered 503
 */
public record ModuleChange(
        long id,
        String module,
        ChangeKind kind,
        @Nullable String from,
        @Nullable String to,
        String step,
        Outcome outcome,
        String by,
        Instant at,
        @Nullable Instant ended,
        @Nullable String detail,
        long awayMillis) {
    /** What came of it. */
    public enum Outcome {
        RUNNING,
        DONE,
        /** It failed, and all is as before. */
        ROLLED_BACK,
        /** It failed, and something needs a hand; the detail says what. */
        FAILED
    }
}
