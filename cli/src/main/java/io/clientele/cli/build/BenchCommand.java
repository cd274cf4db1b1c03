package io.clientele.cli.build;

import io.clientele.cli.console.FailureException;
import io.clientele.cli.server.Distribution;
import io.clientele.cli.server.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds and runs the measurements; what is typed after the word is theirs to understand. */
public final class BenchCommand {
    private final Home home;
    private final MavenBuild build;
    private final Distribution distribution;

    public BenchCommand(Home home, MavenBuild build, Distribution distribution) {
        this.home = home;
        this.build = build;
        this.distribution = distribution;
    }

    public int run(List<String> words) throws IOException, InterruptedException {
        if (!Files.exists(home.root().resolve("bench/pom.xml"))) {
            throw new FailureException("there is no bench module in " + home.root());
        }
        Path measured = distribution.upToDate();
        Path target = home.root().resolve("bench/target");
        build.ensure("bench", Files.isDirectory(target.resolve("classes")));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dclientele.distribution=" + measured.toAbsolutePath());
        command.add("-cp");
        command.add(target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*");
        command.add("io.clientele.bench.Bench");
        command.addAll(words);
        return new ProcessBuilder(command)
                .directory(home.root().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
