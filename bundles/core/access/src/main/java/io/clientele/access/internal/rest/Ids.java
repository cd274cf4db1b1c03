package io.clientele.access.internal.rest;

import io.clientele.access.TeamId;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import org.jspecify.annotations.Nullable;

/** Reads ids from addresses and bodies. */
final class Ids {
    private Ids() {}

    /** The id that an address names; what is no id names nothing that is there. */
    static long inPath(String kind, String text) {
        long id = ShortId.parse(text);
        if (id < 0) {
            throw new NotFoundException(kind, "of this id");
        }
        return id;
    }

    static @Nullable TeamId team(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        long id = ShortId.parse(text);
        if (id < 0) {
            throw new InvalidInputException(pointer, "This is no id of a team");
        }
        return new TeamId(id);
    }
}
