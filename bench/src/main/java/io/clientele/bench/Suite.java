package io.clientele.bench;

import io.clientele.bench.scenario.Archives;
import io.clientele.bench.scenario.Bed;
import io.clientele.bench.scenario.Control;
import io.clientele.bench.scenario.Growth;
import io.clientele.bench.scenario.Handlers;
import io.clientele.bench.scenario.Outage;
import io.clientele.bench.scenario.Requests;
import io.clientele.bench.scenario.Segmentation;
import io.clientele.bench.scenario.Starts;
import io.clientele.bench.scenario.Swaps;
import io.clientele.bench.scenario.Web;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Scenarios that are run together.
 *
 * @param scenarios what they are asked for by
 */
record Suite(String name, List<String> scenarios, Work work) {
    /** In the order in which they run. */
    static final List<Suite> ALL = List.of(
            new Suite("start", List.of("start"), bed -> new Starts(bed).run()),
            new Suite("requests", Requests.SCENARIOS, bed -> new Requests(bed).run()),
            new Suite("outage", Outage.SCENARIOS, bed -> new Outage(bed).run()),
            new Suite("growth", Growth.SCENARIOS, bed -> new Growth(bed).run()),
            new Suite("swap", Swaps.SCENARIOS, bed -> new Swaps(bed).run()),
            new Suite("archives", Archives.SCENARIOS, bed -> new Archives(bed).run()),
            new Suite("handlers", Handlers.SCENARIOS, bed -> new Handlers(bed).run()),
            new Suite("segmentation", Segmentation.SCENARIOS, bed -> new Segmentation(bed).run()),
            new Suite("web", Web.SCENARIOS, bed -> new Web(bed).run()));

    /** The baseline against itself: only if it is asked for, and then nothing else. */
    static final Suite CONTROL = new Suite("control", List.of("control"), bed -> new Control(bed).run());

    /** Measures the scenarios that the bed wants. */
    interface Work {
        void run(Bed bed) throws IOException, SQLException;
    }

    static List<String> scenariosOfAll() {
        return ALL.stream().flatMap(suite -> suite.scenarios().stream()).toList();
    }
}
