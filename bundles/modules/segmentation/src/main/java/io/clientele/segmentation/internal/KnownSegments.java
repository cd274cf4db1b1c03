package io.clientele.segmentation.internal;

import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
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
    private final Revisions<Snapshot> revisions;

    @Activate
    public KnownSegments(
            @Reference Transactions transactions,
            @Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this(transactions);
    }

    KnownSegments(Transactions transactions) {
        this.revisions = new Revisions<>(
                transactions,
                Snapshot.NONE,
                connection -> Snapshot.of(SegmentTable.all(connection)),
                KnownSegments::columns);
    }

    /** The segments of the last look. */
    Snapshot current() {
        return revisions.current();
    }

    /** Looks whether others changed what there is. Not within a unit of work that did itself. */
    Snapshot refresh() {
        return revisions.refresh();
    }

    /** The segments of this revision, which is committed, or of a later one. */
    Snapshot at(Connection connection, long revision) throws SQLException {
        return revisions.at(connection, revision);
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
        return revisions.columns();
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
        revisions.onChange(listener);
    }
}
