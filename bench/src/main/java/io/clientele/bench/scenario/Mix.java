package io.clientele.bench.scenario;

import io.clientele.bench.load.ClosedLoop;
import io.clientele.bench.load.Response;
import io.clientele.bench.load.Workload;
import java.util.List;
import java.util.SplittableRandom;

/** Several workloads in one, each met as often as its share says. */
final class Mix implements Workload {
    private final List<Share> shares;
    private final int total;
    private final Workload[] last = new Workload[ClosedLoop.CONNECTIONS];

    Mix(List<Share> shares) {
        this.shares = shares;
        this.total = shares.stream().mapToInt(Share::percent).sum();
    }

    @Override
    public byte[] next(int connection, SplittableRandom random) {
        int draw = random.nextInt(total);
        for (Share share : shares) {
            draw -= share.percent();
            if (draw < 0) {
                last[connection] = share.workload();
                return share.workload().next(connection, random);
            }
        }
        throw new IllegalStateException("shares do not add up");
    }

    @Override
    public void answered(int connection, Response response) {
        last[connection].answered(connection, response);
    }

    /** How often a workload is met. */
    record Share(int percent, Workload workload) {}
}
