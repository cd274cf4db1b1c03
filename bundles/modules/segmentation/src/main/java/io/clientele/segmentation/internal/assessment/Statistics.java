package io.clientele.segmentation.internal.assessment;

import io.clientele.facts.Subquery;
import io.clientele.registry.PurchaseHistory;
import io.clientele.segmentation.internal.History;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.numbers.Months;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Segment;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened to a segment month by month, and what those who are in it now bought then, as far as the caller sees them. */
@Component(service = Statistics.class)
public final class Statistics {

    /** So many members are asked for by their ids; for more, all purchases are looked through. */
    private static final int MOST_NAMED = 20_000;

    private final Platform platform;
    private final Segments segments;
    private final History history;
    private final PurchaseHistory purchases;

    /**
     * One month, in UTC.
     *
     * @param month such as 2026-11
     * @param size how many were in it at the end of the month, or are by now; null before there was anybody
     * @param buyers how many of those who are in it now bought
     * @param purchases how many times, returns not counted
     * @param conversion the part of those who are in it now that bought, from 0 to 1
     * @param money what they paid in each currency, less what was given back
     */
    public record Month(
            String month,
            @Nullable Long size,
            long entered,
            long left,
            int buyers,
            int purchases,
            double conversion,
            Map<String, BigDecimal> money) {}

    @Activate
    public Statistics(
            @Reference Platform platform,
            @Reference Segments segments,
            @Reference History history,
            @Reference PurchaseHistory purchases) {
        this.platform = platform;
        this.segments = segments;
        this.history = history;
        this.purchases = purchases;
    }

    /** The last {@code months}, this one included, the oldest first. */
    public List<Month> of(long id, int months) {
        Months span = Months.last(months, platform.today());
        Segment segment = segments.get(id);
        MonthlySales sales = new MonthlySales(members(segment), span);
        read(sales);
        List<History.Day> curve = history.curve(id);
        List<Month> report = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            report.add(month(span.get(i), curve, sales, i));
        }
        return report;
    }

    private static Month month(YearMonth month, List<History.Day> curve, MonthlySales sales, int at) {
        Long size = null;
        long entered = 0;
        long left = 0;
        for (History.Day day : curve) {
            if (YearMonth.from(day.day()).equals(month)) {
                size = day.size();
                entered += day.entered();
                left += day.left();
            }
        }
        int buyers = sales.buyers(at);
        int members = sales.members();
        double conversion = members == 0 ? 0 : (double) buyers / members;
        return new Month(
                month.toString(), size, entered, left, buyers, sales.purchases(at), conversion, sales.money(at));
    }

    private long[] members(Segment segment) {
        Subquery members =
                platform.selections().of(segment.definition().fact() + "==true").all(platform.now());
        long[] ids = platform.transactions().read(connection -> MemberTable.ids(connection, members)).stream()
                .mapToLong(Long::longValue)
                .toArray();
        Arrays.sort(ids);
        return ids;
    }

    /** The members are those whom the caller sees; purchases are read by whoever may see all. */
    private void read(MonthlySales sales) {
        boolean unused = platform.asSystem(() -> {
            if (sales.members() <= MOST_NAMED) {
                purchases.forEach(sales.ids(), sales);
            } else {
                purchases.forEach(sales);
            }
            return true;
        });
    }
}
