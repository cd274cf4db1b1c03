package io.clientele.registry;

import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;

/** The id of a relation. */
public record RelationId(long value) {
    /** Reads the short form; any other text names no relation. */
    public static RelationId of(String text) {
        long value = ShortId.parse(text);
        if (value < 0) {
            throw new NotFoundException("relation", text);
        }
        return new RelationId(value);
    }

    /** The short form, as it stands in addresses and answers. */
    @Override
    public String toString() {
        return ShortId.format(value);
    }
}
