package io.clientele.segmentation.internal.rfm;

import io.clientele.segmentation.internal.Reference;
import io.clientele.segmentation.internal.rfm.RfmSettings.Thresholds;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the customers of the CDNOW sample bought. The published figures take days without money for purchases. */
public final class Cdnow {
    private Cdnow() {}

    /** Scored in this way, in dollars. */
    static RfmSettings settings(Scoring scoring, @Nullable Thresholds thresholds) {
        RfmSettings standard = RfmSettings.standard("USD");
        return new RfmSettings(scoring, 5, "USD", null, true, standard.weights(), thresholds, standard.groups());
    }

    /** Until the end of a day, summed up for each customer in the order of their ids. */
    public static Summaries until(String day) {
        return until(day, settings(Scoring.MIDRANK, null));
    }

    static Summaries until(String day, RfmSettings settings) {
        long last = LocalDate.parse(day).toEpochDay();
        PurchaseColumns columns = new PurchaseColumns(settings, last);
        Reference.cdnow((customer, on, amount, currency) -> {
            if (on <= last) {
                columns.take(customer, on, amount, currency);
            }
        });
        Summaries summaries = new Summaries(100);
        columns.sumUp(summaries::add);
        return summaries;
    }
}
