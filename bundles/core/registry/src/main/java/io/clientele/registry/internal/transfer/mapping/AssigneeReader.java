package io.clientele.registry.internal.transfer.mapping;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads whom a row gives its customer to. Who there is is asked once, at the first row that names somebody. For one thread. */
final class AssigneeReader {
    private final Cells cells;
    private final Field field;
    private final Supplier<Assignees> all;
    private @Nullable Assignees known;

    AssigneeReader(Cells cells, Field field, Supplier<Assignees> all) {
        this.cells = cells;
        this.field = field;
        this.all = all;
    }

    /** The id of the one who is named, or null where nobody is. */
    @Nullable
    Long read(List<String> row) {
        String text = cells.text(row, field).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (known == null) {
            known = all.get();
        }
        List<Long> meant = known.meantBy(text);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String quoted = "\"" + Cells.shortened(text) + "\"";
        throw new BadCellException(
                cells.number(field),
                meant.isEmpty()
                        ? "There is no " + field.code() + " " + quoted
                        : quoted + " is the name of " + meant.size() + "; write the id of the one that is meant");
    }
}
