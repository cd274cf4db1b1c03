package io.clientele.registry.internal.transfer.mapping;

import io.clientele.registry.Identifier;
import io.clientele.registry.internal.IdentifierRules;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file and what it means.
 *
 * @param index its place, from 0 on
 * @param source for a name that another system has, that system
 */
public record Column(int index, Field field, @Nullable String source) {
    /** The name that another system has, as this column gives it; an empty cell names nothing. */
    Identifier identifier(String id) {
        if (source == null) {
            throw new BadCellException(
                    index + 1, "Say which system the identifiers come from: set the source of the mapping");
        }
        return IdentifierRules.clean(new Identifier(source, id));
    }
}
