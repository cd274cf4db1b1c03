package io.clientele.registry.internal.transfer;

import io.clientele.registry.internal.Bulk;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.mapping.RowReader;
import java.util.List;

/**
 * Where the rows of a file go.
 *
 * @param <T> what a row says
 */
interface ImportTarget<T> {
    RowReader<T> reader();

    /** Writes a batch, inside the caller's unit of work. */
    Written write(List<T> batch);

    /** Tells what {@link #write} would come to after all that {@code before} has seen, and writes nothing. */
    Written rehearse(List<T> batch, Rehearsal before);

    /**
     * What became of a batch.
     *
     * @param customers customers added because a row named one that nobody knew
     */
    record Written(List<Outcome> outcomes, int customers) {}

    /** Rows that go straight to the registry. */
    static <T> ImportTarget<T> of(RowReader<T> reader, Bulk<T> bulk) {
        return new ImportTarget<>() {
            @Override
            public RowReader<T> reader() {
                return reader;
            }

            @Override
            public Written write(List<T> batch) {
                return new Written(bulk.write(batch), 0);
            }

            @Override
            public Written rehearse(List<T> batch, Rehearsal before) {
                return new Written(bulk.rehearse(batch, before), 0);
            }
        };
    }
}
