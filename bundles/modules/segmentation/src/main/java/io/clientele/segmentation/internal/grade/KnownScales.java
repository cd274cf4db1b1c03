package io.clientele.segmentation.internal.grade;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.clientele.segmentation.internal.store.Gate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The scales as this node knows them, and the facts that they are: {@code grade.spend==A}. */
@Component(service = {KnownScales.class, FactSource.class})
public final class KnownScales implements FactSource {
    private final Transactions transactions;
    /** What the facts are made of; ahead of {@code current} while the catalogue of facts takes them in. */
    private volatile Revision latest = new Revision(-1, List.of());

    private volatile Revision current = new Revision(-1, List.of());
    private volatile Runnable changed = () -> {};

    private record Revision(long number, List<KeptScale> scales) {}

    @Activate
    public KnownScales(
            @Reference Transactions transactions,
            @Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this(transactions);
    }

    KnownScales(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Looks whether others changed what there is. Not within a unit of work that did itself. */
    void follow() {
        Revision unused = refresh();
    }

    private Revision refresh() {
        return transactions.read(connection -> {
            long revision = Gate.look(connection).revision();
            Revision known = current;
            return known.number >= revision ? known : advance(new Revision(revision, ScaleTable.all(connection)));
        });
    }

    /** Never goes back: who read later may have been faster. */
    private synchronized Revision advance(Revision read) {
        Revision before = current;
        if (read.number > before.number) {
            latest = read;
            if (!columns(before).equals(columns(read))) {
                changed.run();
            }
            current = read;
        }
        return read;
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
        return columns(latest.number < 0 ? refresh() : latest);
    }

    private static List<FactColumn> columns(Revision revision) {
        return revision.scales.stream().map(KnownScales::column).toList();
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
        changed = listener;
    }
}
