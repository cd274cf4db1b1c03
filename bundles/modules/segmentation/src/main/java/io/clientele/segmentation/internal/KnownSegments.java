package io.clientele.segmentation.internal;

import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The segments as this node knows them, and the facts that they are: {@code segment.gold} is true of the members of {@code gold}. */
@Component(service = {KnownSegments.class, FactSource.class})
public final class KnownSegments implements FactSource {
    private final Transactions transactions;
    /** What the facts are made of; ahead of {@code current} while the catalogue of facts takes them in. */
    private volatile Snapshot latest = Snapshot.NONE;

    private volatile Snapshot current = Snapshot.NONE;
    private volatile Runnable changed = () -> {};

    @Activate
    public KnownSegments(
            @Reference Transactions transactions,
            @Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this(transactions);
    }

    KnownSegments(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The segments of the last look. */
    Snapshot current() {
        return current;
    }

    /** Looks whether others changed what there is. Not within a unit of work that did itself. */
    Snapshot refresh() {
        return transactions.read(
                connection -> at(connection, Gate.look(connection).revision()));
    }

    /** The segments of this revision, which is committed, or of a later one. */
    Snapshot at(Connection connection, long revision) throws SQLException {
        Snapshot known = current;
        if (known.revision() >= revision) {
            return known;
        }
        return advance(Snapshot.of(revision, SegmentTable.all(connection)));
    }

    /**
     * Never goes back: who read later may have been faster. Whoever sees a revision finds its facts in filters, so those who read the same one
     * at the same time wait for each other.
     */
    private synchronized Snapshot advance(Snapshot read) {
        if (read.revision() > current.revision()) {
            boolean others = !columns(current).equals(columns(read));
            latest = read;
            if (others) {
                changed.run();
            }
            current = read;
        }
        return read;
    }

    @Override
    public String table() {
        return "segmentation_member";
    }

    @Override
    public String customerColumn() {
        return "customer_id";
    }

    @Override
    public Cardinality cardinality() {
        return Cardinality.MANY;
    }

    @Override
    public List<FactColumn> columns() {
        return columns(latest.revision() < 0 ? refresh() : latest);
    }

    private static List<FactColumn> columns(Snapshot snapshot) {
        return snapshot.segments().stream().map(KnownSegments::column).toList();
    }

    private static FactColumn column(Segment segment) {
        String name = segment.definition().name();
        Map<String, String> label = Map.of("en", "Segment: " + name, "zh", "细分：" + name);
        return FactColumn.presence(segment.definition().fact(), "segment_id", segment.id(), label);
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }
}
