package io.clientele.cli.build;

import io.clientele.cli.console.Console;
import io.clientele.cli.console.FailureException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds one Maven module and what it needs, when their sources have changed since the last time. */
public final class MavenBuild {
    private static final Pattern MODULE = Pattern.compile("\\[INFO\\] Building (.+?) \\S+ +\\[(\\d+)/(\\d+)\\]");
    private static final List<String> SHARED =
            List.of("pom.xml", "bundles", "features", "sdk", "boot", "karaf-assembly");
    private static final int LINES_SHOWN = 30;

    /** What modules of others are built from; installed along with whatever else is, so that they find it. */
    private static final String SDK = ",sdk/harness,sdk/archetype";

    private final Path root;
    private final Path records;
    private final Console console;

    /** @param records where logs and the marks of past builds are kept */
    public MavenBuild(Path root, Path records, Console console) {
        this.root = root;
        this.records = records;
        this.console = console;
    }

    /** Builds {@code module} unless it is newer than every source; {@code artifact} tells whether it is there. */
    public void ensure(String module, boolean artifact) throws IOException, InterruptedException {
        List<String> sources = new ArrayList<>(SHARED);
        sources.add(module);
        Path mark = records.resolve("built-" + module.replace('/', '-'));
        if (artifact && Files.exists(mark)) {
            FileTime last = Files.getLastModifiedTime(mark);
            if (!new SourceTree(root).changedSince(last, sources)) {
                return;
            }
        }
        FileTime started = FileTime.fromMillis(System.currentTimeMillis());
        build(module);
        Files.writeString(mark, "");
        // Sources edited while Maven was at work count as newer.
        Files.setLastModifiedTime(mark, started);
    }

    private void build(String module) throws IOException, InterruptedException {
        Files.createDirectories(records);
        Path log = records.resolve("build-" + module.replace('/', '-') + ".log");
        console.line("building " + module + " (the first time takes some minutes; log: " + log + ")");
        ProcessBuilder maven = new ProcessBuilder(command(module));
        maven.directory(root.toFile()).redirectErrorStream(true);
        maven.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = start(maven);
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter copy = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                copy.write(line);
                copy.newLine();
                progress(line);
                last.addLast(line);
                if (last.size() > LINES_SHOWN) {
                    last.removeFirst();
                }
            }
        }
        if (console.terminal()) {
            console.redraw("");
        }
        if (process.waitFor() != 0) {
            throw new FailureException("the build failed:\n" + String.join("\n", last) + "\nThe whole log: " + log);
        }
    }

    private static Process start(ProcessBuilder maven) {
        try {
            return maven.start();
        } catch (IOException e) {
            throw new FailureException(
                    "Maven could not be started; install it and put mvn on the PATH (" + e.getMessage() + ")");
        }
    }

    static List<String> command(String module) {
        // Tests and the gates of the build have their own command; here somebody waits for a server.
        return List.of(
                System.getProperty("clientele.mvn", "mvn"),
                "-B",
                "-ntp",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-Dcheckstyle.skip=true",
                "-pl",
                module + SDK,
                "-am",
                "install");
    }

    private void progress(String line) {
        Matcher module = MODULE.matcher(line);
        if (console.terminal() && module.find()) {
            console.redraw("  " + module.group(2) + " of " + module.group(3) + "  " + module.group(1));
        }
    }
}
