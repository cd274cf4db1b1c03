package io.clientele.registry.internal.transfer.mapping;

import java.util.List;

/** Makes what the registry takes out of the cells of a row. For one thread. */
public interface RowReader<T> {
    /**
     * Reads one row.
     *
     * @param cells as many as the file has columns
     * @throws BadCellException if a cell does not say what its column should say
     */
    T read(List<String> cells);

    /** What rows that follow each other have in common if they say one thing together; empty for a row that stands alone. */
    default String group(List<String> cells) {
        return "";
    }

    /**
     * What two rows of a group say together.
     *
     * @throws BadCellException if they contradict each other
     */
    default T join(T first, T second) {
        throw new IllegalStateException("rows stand alone");
    }

    /** Whether a file may say the same thing only once, save in rows that stand alone: it is not clear which place is meant. */
    default boolean once() {
        return false;
    }

    /** What tells this thing from all others of the file; 0 where the registry tells, or every row is a thing of its own. */
    long key(T thing);

    /** The column, from 1 on, that a fault of the registry is about; 0 if it is about the row as a whole. */
    int column(T thing, String pointer);
}
