package io.clientele.bench.scenario;

import io.clientele.bench.load.ClosedLoop;
import io.clientele.bench.load.Sample;
import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row.Quotient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two sides, warmed, then measured in turns A B A B, so that whatever else the machine does meets both. */
final class Duel {
    private final List<Sample> left = new ArrayList<>();
    private final List<Sample> right = new ArrayList<>();

    private Duel() {}

    static Duel fight(Side a, Side b, Sizes sizes) {
        Duel duel = new Duel();
        try (ClosedLoop loop = new ClosedLoop()) {
            loop.run(a.target(), a.workload(), sizes.warmUp(), -1);
            loop.run(b.target(), b.workload(), sizes.warmUp(), -1);
            for (int round = 0; round < sizes.rounds(); round++) {
                duel.left.add(loop.run(a.target(), a.workload(), sizes.round(), round));
                duel.right.add(loop.run(b.target(), b.workload(), sizes.round(), round));
            }
        }
        return duel;
    }

    /** Asks without measuring. */
    static void warm(Side side, int requests) {
        try (ClosedLoop loop = new ClosedLoop()) {
            loop.run(side.target(), side.workload(), requests, -1);
        }
    }

    /** Processor time per request of server and database, microseconds. */
    Quotient cpu() {
        return medians(Sample::cpuMicros);
    }

    /** The database's part. */
    Quotient database() {
        return medians(Sample::databaseMicros);
    }

    /** Throughput, waiting times, the database's part, and how far the rounds' quotients lie apart. */
    String remark() {
        Quotient perSecond = medians(Sample::perSecond);
        Quotient database = database();
        double[] ratios = new double[left.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = left.get(i).cpuMicros() / right.get(i).cpuMicros();
        }
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                "req/s %.0f / %.0f, p99 ms %.1f / %.1f, of it database µs %.0f / %.0f, rounds %.2f–%.2f",
                perSecond.measured(),
                perSecond.against(),
                p99(left),
                p99(right),
                database.measured(),
                database.against(),
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private Quotient medians(ToDoubleFunction<Sample> figure) {
        return new Quotient(median(left, figure), median(right, figure));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Figures.median(samples.stream().map(figure::applyAsDouble).toList());
    }

    private static double p99(List<Sample> samples) {
        long[] all = samples.stream().flatMapToLong(Sample::latencies).toArray();
        return Figures.percentile(all, 99) / 1e6;
    }
}
