package io.clientele.bench.scenario;

import io.clientele.bench.load.Target;
import io.clientele.bench.measure.Report;
import io.clientele.bench.server.BaselineProcess;
import io.clientele.bench.server.Distribution;
import io.clientele.bench.server.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/**
 * What every suite works on.
 *
 * @param archive the packed distribution
 * @param directory where servers keep their files
 * @param only names of the scenarios to run; empty for all
 */
public record Bed(
        Report report,
        Postgres postgres,
        Path archive,
        Path directory,
        Sizes sizes,
        Set<String> only,
        Profile profile) {
    /** Whether that scenario was asked for. */
    public boolean wants(String scenario) {
        return only.isEmpty() || only.contains(scenario);
    }

    /** Unpacks the distribution, points it at a new, empty database of that name and starts it. */
    Installation install(String database) throws IOException, SQLException {
        postgres.create(database);
        Distribution distribution = Distribution.unpack(archive, directory.resolve(database));
        distribution.use(postgres, database);
        return Installation.start(distribution);
    }

    /** Starts the baseline over that database. */
    BaselineProcess baseline(String database) throws IOException {
        return BaselineProcess.start(postgres, database, directory.resolve("baseline-" + database + ".log"));
    }

    Target target(Installation installation) {
        return new Target(
                "product",
                installation.distribution().port(),
                installation.distribution().tree(),
                postgres.tree());
    }

    Target target(BaselineProcess baseline) {
        return new Target("baseline", baseline.port(), baseline.tree(), postgres.tree());
    }
}
