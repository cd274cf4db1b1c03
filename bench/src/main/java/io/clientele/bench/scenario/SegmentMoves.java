package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Row.Quotient;
import io.clientele.bench.measure.Style;
import io.clientele.bench.scenario.PlainTable.Names;
import io.clientele.bench.server.Api;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A definition that puts an eighth of all customers out and another in, against the plain SQL that does no more than that. */
final class SegmentMoves {
    private static final double RATIO = 2;
    private static final double SHARE = .125;
    private static final int FEWER_ROUNDS = 5;
    private static final int MANY = 500_000;

    private final Bed bed;
    private final PlainTable plain;
    private final int customers;
    private final double limitSeconds;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> product = new ArrayList<>();
    private final List<Double> plainly = new ArrayList<>();

    SegmentMoves(Bed bed, PlainTable plain, int customers, double limitSeconds) {
        this.bed = bed;
        this.plain = plain;
        this.customers = customers;
        this.limitSeconds = limitSeconds;
    }

    /** Returns the processor time for each customer who moved, in microseconds. */
    double run(Installation installation) throws SQLException {
        bed.report().progress("moving members");
        Names left = new Names(plain.nameAt(SHARE), plain.nameAt(2 * SHARE));
        Names right = new Names(left.to(), plain.nameAt(3 * SHARE));
        Api admin = installation.admin();
        ObjectNode body = Api.object().put("key", "bench").put("name", "Bench").put("filter", left.filter());
        JsonNode segment = admin.post(SegmentationModule.SEGMENTS, body);
        String path = SegmentationModule.SEGMENTS + "/" + segment.path("id").asText();
        long version = segment.path("version").asLong();
        plain.fill(left);
        int rounds = 2
                * (customers > MANY
                        ? Math.min(FEWER_ROUNDS, bed.sizes().rounds())
                        : bed.sizes().rounds());
        for (int round = 0; round < rounds; round++) {
            Names to = round % 2 == 0 ? right : left;
            define(installation, path, body.deepCopy().put("filter", to.filter()), version++);
            long cpu = plain.cpuNanos();
            plain.move(to);
            plainly.add((plain.cpuNanos() - cpu) / 1e6);
        }
        long size = segment.path("size").asLong();
        report(size);
        return Figures.median(later(product)) * 1e3 / (2 * size);
    }

    private void define(Installation installation, String path, ObjectNode body, long version) {
        Api admin = installation.admin();
        long cpu = cpu(installation);
        long begin = System.nanoTime();
        admin.put(path, body, version);
        JsonNode members = admin.get(path + "/members?limit=1&total=true");
        seconds.add((System.nanoTime() - begin) / 1e9);
        product.add((cpu(installation) - cpu) / 1e6);
        if (members.path("total").asLong() == 0) {
            throw new IllegalStateException("nobody moved");
        }
    }

    private long cpu(Installation installation) {
        return bed.postgres().tree().cpuNanos()
                + installation.distribution().tree().cpuNanos();
    }

    private void report(long size) {
        String what = String.format(
                Locale.ROOT, "a definition that moves about %,d of %,d, %s", 2 * size, customers, plain.where());
        double median = Figures.median(later(seconds));
        bed.report()
                .add(Row.limit(
                        what + ", until its members can be read", median, limitSeconds, new Style("s", 3, "median")));
        Quotient cpu = new Quotient(Figures.median(later(product)), Figures.median(later(plainly)));
        Style style = new Style("ms", 0, "plain SQL: delete and insert");
        boolean promised = customers == bed.sizes().customers();
        bed.report()
                .add(
                        promised
                                ? Row.ratio(what + ", CPU", cpu, RATIO, style)
                                : Row.reference(what + ", CPU", cpu, style));
    }

    /** The second half, by when both sides are compiled and cached. */
    private static List<Double> later(List<Double> all) {
        return all.subList(all.size() / 2, all.size());
    }
}
