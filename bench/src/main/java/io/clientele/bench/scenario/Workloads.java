package io.clientele.bench.scenario;

import io.clientele.bench.data.People;
import io.clientele.bench.load.Target;
import io.clientele.bench.load.Workload;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The request scenarios of one side. Both sides get the same questions in the same order. */
final class Workloads {
    private static final int UPDATED = 2_000;
    private static final long NUMBERS_PER_SIDE = 10_000_000L;

    private final Protocol protocol;
    private final Target target;
    private final Population population;
    private final int side;
    private final AtomicLong numbers;

    /** Those of the side of that number, 0 or 1: it decides which customers it writes to, so that the sides do not meet. */
    Workloads(Protocol protocol, Target target, Population population, int side) {
        this.protocol = protocol;
        this.target = target;
        this.population = population;
        this.side = side;
        this.numbers = new AtomicLong(NUMBERS_PER_SIDE * (side + 2));
    }

    Side side(String scenario) throws IOException {
        return new Side(target, workload(scenario));
    }

    private Workload workload(String scenario) throws IOException {
        return switch (scenario) {
            case "read" -> new Reading(random -> protocol.read(population.id(random)));
            case "city" -> new Reading(random -> protocol.city(Population.city(random)));
            case "prefix" -> new Reading(random -> protocol.prefix(population.prefix(random)));
            case "create" -> new Creating(protocol, new People(side), numbers);
            case "update" -> updating(side);
            // Updates of other customers than the scenario before, whose entity tags have moved on.
            case "mix" ->
                new Mix(List.of(
                        new Mix.Share(40, workload("read")),
                        new Mix.Share(20, workload("city")),
                        new Mix.Share(20, workload("prefix")),
                        new Mix.Share(10, workload("create")),
                        new Mix.Share(10, updating(side + 2))));
            default -> throw new IllegalArgumentException(scenario);
        };
    }

    private Workload updating(int handful) throws IOException {
        long first = NUMBERS_PER_SIDE * (handful + 5);
        return Updating.prepare(protocol, target.port(), population.handful(handful, UPDATED), first);
    }
}
