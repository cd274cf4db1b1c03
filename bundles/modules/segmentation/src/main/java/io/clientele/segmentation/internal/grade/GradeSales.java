package io.clientele.segmentation.internal.grade;

import io.clientele.facts.Subquery;
import io.clientele.registry.PurchaseHistory;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.numbers.Months;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which part of the business the customers of each band carried, month by month, as far as the caller sees them. */
@Component(service = GradeSales.class)
public final class GradeSales {
    private final Platform platform;
    private final Grades grades;
    private final PurchaseHistory purchases;

    /**
     * Those who were in a band at the end of a month.
     *
     * @param band its key; null for those who were not graded then
     * @param money what they paid in that month in each currency, less what was given back
     */
    public record Part(@Nullable String band, long customers, Map<String, BigDecimal> money) {}

    /**
     * One month, in UTC.
     *
     * @param month such as 2026-11
     * @param parts each band, the best first, then those without one
     */
    public record Month(String month, List<Part> parts) {}

    @Activate
    public GradeSales(@Reference Platform platform, @Reference Grades grades, @Reference PurchaseHistory purchases) {
        this.platform = platform;
        this.grades = grades;
        this.purchases = purchases;
    }

    /** The last {@code months}, this one included as it is by now, the oldest first. */
    public List<Month> of(long id, int months) {
        Months span = Months.last(months, platform.today());
        KeptScale kept = grades.get(id);
        BandMonths found = places(kept, span);
        boolean unused = platform.asSystem(() -> {
            purchases.forEach(found);
            return true;
        });
        List<Band> bands = kept.scale().all();
        List<Month> report = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            List<Part> parts = new ArrayList<>();
            for (int band = 0; band <= bands.size(); band++) {
                String key = band == bands.size() ? null : bands.get(band).key();
                parts.add(new Part(key, found.customers(month, band), found.money(month, band)));
            }
            report.add(new Month(span.get(month).toString(), parts));
        }
        return report;
    }

    /** A band that there is not any more counts as none. */
    private BandMonths places(KeptScale kept, Months months) {
        Subquery seen = platform.selections().of(null).all(platform.now());
        // As a unit of work, for PostgreSQL hands over a part of the rows at a time only within a transaction.
        return platform.transactions().write(connection -> {
            int none = kept.scale().all().size();
            BandMonths places = new BandMonths(months, none);
            StayTable.Since lasting = new StayTable.Since(kept.id(), months.begin());
            StayTable.each(connection, lasting, seen, (customer, band, since, until) -> {
                int number = kept.scale().numberOf(band);
                if (since == null) {
                    places.add(customer);
                } else {
                    places.stay(customer, number == Ladder.NONE ? none : number, months.ends(since, until));
                }
            });
            return places;
        });
    }
}
