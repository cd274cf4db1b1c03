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

/** What customers scored last, as facts. */
@Component(service = FactSource.class)
public final class ScoreFacts implements FactSource {
    /** The facts appear once the module's tables are there. */
    @Activate
    public ScoreFacts(@Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this();
    }

    public ScoreFacts() {}

    @Override
    public String table() {
        return "segmentation_rfm_score";
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
                number("rfm.r", "recency_score", "Recency score", "最近消费得分"),
                number("rfm.f", "frequency_score", "Frequency score", "消费频次得分"),
                number("rfm.m", "money_score", "Money score", "消费金额得分"),
                number("rfm.cell", "cell", "RFM cell", "RFM 组合"),
                number("rfm.composite", "composite", "RFM composite", "RFM 综合分"),
                FactColumn.of("rfm.group", FactType.TEXT, "group_key", Map.of("en", "RFM group", "zh", "RFM 客群")));
    }

    private static FactColumn number(String fact, String column, String english, String chinese) {
        return FactColumn.of(fact, FactType.NUMBER, column, Map.of("en", english, "zh", chinese));
    }
}
