package io.clientele.segmentation.internal.grade;

import io.clientele.registry.PurchaseHistory;
import io.clientele.segmentation.internal.numbers.Months;
import io.clientele.segmentation.internal.numbers.Takings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * In which band each customer was at the end of each month, a byte for each, and what those of each band bought in it. Customers are put in by ascending
 * ids, then purchases may come. For one thread.
 */
final class BandMonths implements PurchaseHistory.Sink {
    private static final int FIRST_ROOM = 1024;

    private final Months months;
    private final int bands;
    private final long[][] customers;
    private final List<Takings> takings = new ArrayList<>();
    private long[] ids = new long[FIRST_ROOM];
    private byte[] places;
    private int count;

    /** For bands with numbers from 0 to {@code bands}, of which the last is that of nobody's band. */
    BandMonths(Months months, int bands) {
        this.months = months;
        this.bands = bands;
        this.customers = new long[months.count()][bands + 1];
        this.places = new byte[FIRST_ROOM * months.count()];
        for (int i = 0; i < months.count() * (bands + 1); i++) {
            takings.add(new Takings());
        }
    }

    /** Takes a customer, or another stay of the one that came last. */
    void stay(long customer, int band, Months.Span span) {
        if (count == 0 || ids[count - 1] != customer) {
            add(customer);
        }
        int first = (count - 1) * months.count();
        for (int month = span.first(); month <= span.last(); month++) {
            customers[month][places[first + month]]--;
            customers[month][band]++;
            places[first + month] = (byte) band;
        }
    }

    /** Takes a customer without a band. */
    void add(long customer) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            places = Arrays.copyOf(places, 2 * places.length);
        }
        Arrays.fill(places, count * months.count(), (count + 1) * months.count(), (byte) bands);
        ids[count++] = customer;
        for (long[] month : customers) {
            month[bands]++;
        }
    }

    @Override
    public void take(long customer, long day, BigDecimal amount, String currency) {
        int at = Arrays.binarySearch(ids, 0, count, customer);
        int month = months.of(day);
        if (at >= 0 && month >= 0) {
            cell(month, places[at * months.count() + month]).add(amount, currency);
        }
    }

    private Takings cell(int month, int band) {
        return takings.get(month * (bands + 1) + band);
    }

    long customers(int month, int band) {
        return customers[month][band];
    }

    /** What they paid in each currency, less what was given back. */
    Map<String, BigDecimal> money(int month, int band) {
        return cell(month, band).sums();
    }
}
