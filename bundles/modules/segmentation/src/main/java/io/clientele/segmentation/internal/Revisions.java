package io.clientele.segmentation.internal;

import io.clientele.facts.spi.FactColumn;
import io.clientele.persistence.Transactions;
import io.clientele.segmentation.internal.store.Gate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** What there is of something that brings facts, as this node knows it: read again once the revision of the {@link Gate} has grown, on any node. */
public final class Revisions<T> {
    private final Transactions transactions;
    private final Reader<T> reader;
    private final Function<T, List<FactColumn>> columns;
    /** What the facts are made of; ahead of {@code current} while the catalogue of facts takes them in. */
    private volatile Reading<T> latest;

    private volatile Reading<T> current;
    private volatile Runnable changed = () -> {};

    private record Reading<T>(long revision, T found) {}

    /** Reads all there is. */
    public interface Reader<T> {
        T read(Connection connection) throws SQLException;
    }

    /** Begins with {@code nothing}, before anything was read. */
    public Revisions(Transactions transactions, T nothing, Reader<T> reader, Function<T, List<FactColumn>> columns) {
        this.transactions = transactions;
        this.reader = reader;
        this.columns = columns;
        this.latest = new Reading<>(-1, nothing);
        this.current = latest;
    }

    /** What the last look found. */
    public T current() {
        return current.found;
    }

    /** Looks whether others changed what there is. Not within a unit of work that did itself. */
    public T refresh() {
        return transactions.read(
                connection -> at(connection, Gate.look(connection).revision()));
    }

    /** What there is in this revision, which is committed, or in a later one. */
    public T at(Connection connection, long revision) throws SQLException {
        Reading<T> known = current;
        if (known.revision >= revision) {
            return known.found;
        }
        return advance(new Reading<>(revision, reader.read(connection)));
    }

    /**
     * Never goes back: who read later may have been faster. Whoever sees a revision finds its facts in filters, so those who read the same one
     * at the same time wait for each other.
     */
    private synchronized T advance(Reading<T> read) {
        if (read.revision > current.revision) {
            boolean others = !columns.apply(current.found).equals(columns.apply(read.found));
            latest = read;
            if (others) {
                changed.run();
            }
            current = read;
        }
        return read.found;
    }

    /** The facts of the newest revision that is known. */
    public List<FactColumn> columns() {
        return columns.apply(latest.revision < 0 ? refresh() : latest.found);
    }

    /** Who is told when there are other facts than before. */
    public void onChange(Runnable listener) {
        changed = listener;
    }
}
