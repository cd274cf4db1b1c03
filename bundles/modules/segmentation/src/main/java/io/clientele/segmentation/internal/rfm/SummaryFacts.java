package io.clientele.segmentation.internal.rfm;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What customers bought, as facts; current with every purchase. */
@Component(service = FactSource.class)
public final class SummaryFacts implements FactSource {
    /** The facts appear once the module's tables are there. */
    @Activate
    public SummaryFacts(@Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this();
    }

    public SummaryFacts() {}

    @Override
    public String table() {
        return "segmentation_rfm_summary";
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
        return List.of(
                FactColumn.of("rfm.last", FactType.DATE, "last_purchase", Map.of("en", "Last purchase", "zh", "最近消费")),
                FactColumn.of(
                        "rfm.frequency",
                        FactType.NUMBER,
                        "frequency",
                        Map.of("en", "Days with purchases", "zh", "消费频次")),
                FactColumn.of("rfm.money", FactType.NUMBER, "money", Map.of("en", "Money spent", "zh", "消费金额")));
    }
}
