package io.clientele.segmentation.internal.rfm;

import io.clientele.events.NewEvent;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Upkeep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Scores all customers; nothing is written of one who scores as before. For units of work that have entered the gate. */
final class ScoreRun {
    private static final int BATCH = 10_000;

    private final Platform platform;
    private final Upkeep upkeep;

    ScoreRun(Platform platform, Upkeep upkeep) {
        this.platform = platform;
        this.upkeep = upkeep;
    }

    /** Scores those whom {@code summaries} has, and takes the scores of all others away; segments follow. */
    Rfm.Run run(Connection connection, RfmSettings settings, Summaries summaries) throws SQLException {
        LocalDate today = platform.today();
        RfmTable table = new RfmTable(connection, platform.dialect());
        boolean enough = Scores.suffice(settings, summaries.size());
        int changed = 0;
        if (enough) {
            LastScores last = table.lastScores();
            summaries.scoredLast(last);
            table.dropScores(last.unasked());
            changed = write(table, summaries, Scores.of(settings, summaries, today.toEpochDay()));
        } else {
            table.forgetScores();
        }
        table.done("scored_on", today);
        upkeep.changed(connection, fact -> fact.startsWith("rfm."));
        String detail = "{\"customers\":" + summaries.size() + ",\"changed\":" + changed + "}";
        platform.outbox().append(new NewEvent("segmentation.Scored", null, detail));
        return new Rfm.Run(today, summaries.size(), changed, enough, null);
    }

    /** Writes the scores that differ from those there are; returns how many. */
    private static int write(RfmTable table, Summaries summaries, Scores scores) throws SQLException {
        List<RfmTable.Scored> fresh = new ArrayList<>();
        List<RfmTable.Scored> changed = new ArrayList<>();
        int total = 0;
        for (int i = 0; i < summaries.size(); i++) {
            Summaries.Summary summary = summaries.get(i);
            if (summary.cell() != scores.cell(i)) {
                (summary.cell() == 0 ? fresh : changed).add(new RfmTable.Scored(summary.customer(), scores.get(i)));
                total++;
            }
            if (fresh.size() == BATCH || changed.size() == BATCH || i == summaries.size() - 1) {
                table.insertScores(fresh);
                table.updateScores(changed);
                fresh.clear();
                changed.clear();
            }
        }
        return total;
    }
}
