package io.clientele.segmentation.internal.cluster;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Schema;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In which cluster customers were found last, as a fact. */
@Component(service = FactSource.class)
public final class ClusterFacts implements FactSource {
    static final String FACT = "rfm.cluster";

    /** The fact appears once the module's tables are there. */
    @Activate
    public ClusterFacts(@Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this();
    }

    public ClusterFacts() {}

    @Override
    public String table() {
        return "segmentation_cluster";
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
        return List.of(FactColumn.of(FACT, FactType.NUMBER, "cluster", Map.of("en", "RFM cluster", "zh", "RFM 聚类")));
    }
}
