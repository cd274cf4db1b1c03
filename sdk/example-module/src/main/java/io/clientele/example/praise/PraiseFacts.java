package io.clientele.example.praise;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this module knows about a customer, for every list and filter: {@code praise.count=ge=3;praise.last=gt=-P30D}. */
@Component
public final class PraiseFacts implements FactSource {
    /** The facts appear once the module's tables are there. */
    @Activate
    public PraiseFacts(@Reference(target = "(bundle=io.clientele.example.praise)") Schema schema) {
        this();
    }

    PraiseFacts() {}

    @Override
    public String table() {
        return "praise_total";
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
                FactColumn.of("praise.count", FactType.NUMBER, "praises", Map.of("en", "Praise", "zh", "表扬次数"))
                        .neverNull(),
                FactColumn.of("praise.last", FactType.INSTANT, "last_at", Map.of("en", "Last praise", "zh", "最近表扬")));
    }
}
