package io.clientele.cli.build;

import io.clientele.cli.console.FailureException;
import io.clientele.cli.server.Distribution;
import io.clientele.cli.server.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The distribution made from the source tree, or the archive that CLIENTELE_DISTRIBUTION names. */
public final class BuiltDistribution implements Distribution {
    private final Home home;
    private final MavenBuild build;
    private final Optional<Path> given;

    public BuiltDistribution(Home home, MavenBuild build, Map<String, String> environment) {
        this.home = home;
        this.build = build;
        this.given = Optional.of(environment.getOrDefault("CLIENTELE_DISTRIBUTION", ""))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    @Override
    public Path upToDate() throws IOException, InterruptedException {
        if (given.isPresent()) {
            return given.filter(Files::isRegularFile)
                    .orElseThrow(() -> new FailureException("CLIENTELE_DISTRIBUTION is no file: " + given.get()));
        }
        build.ensure("karaf-assembly", home.distribution().isPresent());
        return home.distribution()
                .orElseThrow(() -> new FailureException("the build left no distribution in karaf-assembly/target"));
    }
}
