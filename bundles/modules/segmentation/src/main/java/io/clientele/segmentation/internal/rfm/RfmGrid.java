package io.clientele.segmentation.internal.rfm;

import io.clientele.facts.Subquery;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The scores of the customers whom the caller sees. */
@Component(service = RfmGrid.class)
public final class RfmGrid {
    private final Platform platform;

    /** The customers of one recency and one frequency score, and what they spent. */
    public record Cell(int recency, int frequency, String group, long customers, double money) {}

    /** What one customer bought and scored. */
    public record Standing(
            LocalDate lastPurchase, int frequency, double money, int r, int f, int m, int composite, String group) {}

    @Activate
    public RfmGrid(@Reference Platform platform) {
        this.platform = platform;
    }

    /** The cells in which somebody is. */
    public List<Cell> cells() {
        platform.callers().require(Segments.READ);
        Subquery seen = platform.selections().of(null).all(platform.now());
        String sql = "select c.recency_score, c.frequency_score, c.group_key, count(*), sum(s.money)"
                + " from segmentation_rfm_score c join segmentation_rfm_summary s on s.customer_id = c.customer_id"
                + " join (" + seen.sql() + ") v on v.id = c.customer_id"
                + " group by c.recency_score, c.frequency_score, c.group_key"
                + " order by c.recency_score, c.frequency_score, c.group_key";
        return platform.transactions().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                seen.bind(select, 1);
                List<Cell> cells = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        cells.add(new Cell(
                                row.getInt(1), row.getInt(2), row.getString(3), row.getLong(4), row.getDouble(5)));
                    }
                }
                return cells;
            }
        });
    }

    /** How a customer whom the caller sees stands; one who bought nothing stands nowhere. */
    public Standing of(long customer) {
        platform.callers().require(Segments.READ);
        Subquery seen = platform.selections().of(null).among(List.of(customer), platform.now());
        String sql = "select s.last_purchase, s.frequency, s.money, c.recency_score, c.frequency_score, c.money_score,"
                + " c.composite, c.group_key from segmentation_rfm_summary s"
                + " join segmentation_rfm_score c on c.customer_id = s.customer_id"
                + " join (" + seen.sql() + ") v on v.id = s.customer_id";
        return platform.transactions().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                seen.bind(select, 1);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new NotFoundException("score of customer", ShortId.format(customer));
                    }
                    return new Standing(
                            row.getObject(1, LocalDate.class),
                            row.getInt(2),
                            row.getDouble(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getString(8));
                }
            }
        });
    }
}
