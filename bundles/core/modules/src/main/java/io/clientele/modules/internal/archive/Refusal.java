package io.clientele.modules.internal.archive;

import io.clientele.kernel.ConflictException;

/** Why an archive is not taken. */
final class Refusal {
    static final String TYPE = "archive-refused";

    private Refusal() {}

    static ConflictException because(String reason) {
        return new ConflictException(TYPE, "The archive is refused: " + reason);
    }
}
