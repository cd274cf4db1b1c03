package io.clientele.registry.internal.transfer;

import java.util.Locale;

/** Where an import stands. */
enum ImportState {
    /** The file is here; nothing was done with it, or only a dry run. */
    UPLOADED,
    /** It runs as soon as the imports before it are through. */
    WAITING,
    RUNNING,
    DONE,
    /** The file cannot be read on; the rows before that place are in. */
    FAILED,
    /** Something around it ended it. Running it again goes on where it stood. */
    INTERRUPTED;

    /** The word for it; to whoever waits for the end, an import that waits is one that runs. */
    String code() {
        return this == WAITING ? RUNNING.code() : name().toLowerCase(Locale.ROOT);
    }
}
