package io.clientele.segmentation.internal.grade;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.clientele.segmentation.internal.Revisions;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The scales as this node knows them, and the facts that they are: {@code grade.spend==A}. */
@Component(service = {KnownScales.class, FactSource.class})
public final class KnownScales implements FactSource {
    private final Revisions<List<KeptScale>> revisions;

    @Activate
    public KnownScales(
            @Reference Transactions transactions,
            @Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this(transactions);
    }

    KnownScales(Transactions transactions) {
        this.revisions = new Revisions<>(transactions, List.of(), ScaleTable::all, scales -> scales.stream()
                .map(KnownScales::column)
                .toList());
    }

    /** Looks whether others changed what there is. Not within a unit of work that did itself. */
    void follow() {
        List<KeptScale> unused = revisions.refresh();
    }

    @Override
    public String table() {
        return "segmentation_grade";
    }

    @Override
    public String customerColumn() {
        return "customer_id";
    }

    @Override
    public Cardinality cardinality() {
        return Cardinality.ONE;
    }

    @Override
    public List<FactColumn> columns() {
        return revisions.columns();
    }

    private static FactColumn column(KeptScale kept) {
        String name = kept.scale().name();
        return FactColumn.of(
                kept.scale().factOfBand(),
                FactType.TEXT,
                GradeTable.column(kept),
                Map.of("en", "Grade: " + name, "zh", "等级：" + name));
    }

    @Override
    public void onChange(Runnable listener) {
        revisions.onChange(listener);
    }
}
