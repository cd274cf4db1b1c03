package io.clientele.registry.internal.transfer;

import io.clientele.kernel.InvalidInputException.Violation;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.transfer.csv.MalformedCsvException;
import io.clientele.registry.internal.transfer.mapping.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the entries of a file into batches, and counts what became of them. For one thread. */
final class Batches<T> {
    private static final Outcome UNCHANGED = new Outcome(Outcome.Result.UNCHANGED, List.of());

    private final RowReader<T> reader;
    private final SeenRows seen;
    private final boolean dryRun;

    Batches(RowReader<T> reader, SeenRows seen, boolean dryRun) {
        this.reader = reader;
        this.seen = seen;
        this.dryRun = dryRun;
    }

    /**
     * A part of a file.
     *
     * @param values what its entries without fault say
     * @param malformed why there are no rows after it, if the file does not simply end
     */
    record Batch<T>(List<Entry<T>> entries, List<T> values, boolean last, @Nullable MalformedCsvException malformed) {
        /** One entry by itself. */
        static <T> Batch<T> of(Entry<T> entry) {
            T value = entry.value();
            return new Batch<>(List.of(entry), value == null ? List.of() : List.of(value), false, null);
        }
    }

    /** Passes over rows that an earlier run has done, and learns from them what it had learnt. */
    void skip(Entries<T> entries, long rows) throws IOException {
        long skipped = 0;
        while (skipped < rows) {
            Entry<T> entry = entries.next();
            if (entry == null) {
                return;
            }
            once(entry);
            skipped += entry.rows().size();
        }
    }

    /** The next batch, with at least one entry unless it is the last. */
    Batch<T> next(Entries<T> entries, int rows) throws IOException {
        List<Entry<T>> taken = new ArrayList<>();
        List<T> values = new ArrayList<>();
        int count = 0;
        try {
            while (count < rows) {
                Entry<T> read = entries.next();
                if (read == null) {
                    return new Batch<>(taken, values, true, null);
                }
                Entry<T> entry = once(read);
                T value = entry.value();
                if (value != null) {
                    values.add(value);
                }
                taken.add(entry);
                count += entry.rows().size();
            }
            return new Batch<>(taken, values, false, null);
        } catch (MalformedCsvException e) {
            return new Batch<>(taken, values, true, e);
        }
    }

    /** The entry; or a faulty one, where a file may not say the same twice but does. */
    private Entry<T> once(Entry<T> entry) {
        T value = entry.value();
        // A row that stands alone is told from others like it when it is read.
        if (value == null
                || !reader.once()
                || reader.group(entry.rows().get(0).cells()).isEmpty()) {
            return entry;
        }
        long line = entry.rows().get(0).line();
        long before = seen.put(reader.key(value), line);
        return before == 0
                ? entry
                : new Entry<>(
                        entry.rows(),
                        null,
                        new Entry.Fault(
                                entry.rows().get(0),
                                0,
                                "Line " + before + " holds the same purchase; its rows must follow each other"));
    }

    /** Counts the outcomes of a batch, and lists its errors in the order of the file. */
    Progress settle(Batch<T> batch, ImportTarget.Written written, Progress before, ErrorFile errors) {
        Progress progress = before.at(before.readBytes(), before.errorBytes(), written.customers());
        int value = 0;
        for (Entry<T> entry : batch.entries()) {
            T said = entry.value();
            Entry.Fault fault = entry.fault();
            Outcome.Result result = Outcome.Result.FAILED;
            if (said != null) {
                Outcome outcome = again(said, written.outcomes().get(value++));
                result = outcome.result();
                fault = result == Outcome.Result.FAILED ? fault(entry, said, outcome) : null;
            }
            if (fault != null) {
                list(entry, fault, errors);
            }
            progress = progress.plus(result, entry.rows().size());
        }
        return progress;
    }

    /** In a rehearsal the registry does not see what earlier batches would have written of what belongs to customers. */
    private Outcome again(T said, Outcome outcome) {
        long key = dryRun && !reader.once() ? reader.key(said) : 0;
        if (key == 0 || outcome.result() == Outcome.Result.FAILED) {
            return outcome;
        }
        return seen.put(key, 1) == 0 ? outcome : UNCHANGED;
    }

    private Entry.Fault fault(Entry<T> entry, T said, Outcome outcome) {
        Violation first = outcome.faults().isEmpty()
                ? new Violation("", "The registry refused the row")
                : outcome.faults().get(0);
        StringBuilder reason = new StringBuilder(first.detail());
        outcome.faults().stream().skip(1).forEach(more -> reason.append("; ").append(more.detail()));
        return new Entry.Fault(entry.rows().get(0), reader.column(said, first.pointer()), reason.toString());
    }

    private void list(Entry<T> entry, Entry.Fault fault, ErrorFile errors) {
        entry.rows().forEach(row -> {
            boolean own = row.equals(fault.row());
            errors.add(
                    row,
                    own ? fault.column() : 0,
                    own ? fault.reason() : "Line " + fault.row().line() + ", which belongs to it, is faulty");
        });
    }
}
