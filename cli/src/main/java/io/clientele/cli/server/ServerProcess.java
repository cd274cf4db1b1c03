package io.clientele.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Starts and stops the process of the unpacked server. */
public final class ServerProcess {
    private final Home home;

    public ServerProcess(Home home) {
        this.home = home;
    }

    /** Starts it apart from this terminal, so that closing the terminal or Ctrl-C later does not end it. */
    Process startApart(Path data, int port) throws IOException {
        List<String> command = new ArrayList<>(apart());
        ProcessBuilder builder = prepare(command, data);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true).redirectOutput(home.consoleLog().toFile());
        return start(builder, data, port);
    }

    /** Starts it as part of this terminal. */
    Process startHere(Path data, int port) throws IOException {
        return start(prepare(new ArrayList<>(), data).inheritIO(), data, port);
    }

    private static List<String> apart() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(directory, "setsid"))) {
                return List.of("setsid");
            }
        }
        return List.of("nohup");
    }

    private ProcessBuilder prepare(List<String> command, Path data) throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(data.resolve("http-port"));
        // The script replaces itself by the JVM: the process id is the server's own, and signals reach it.
        command.add(home.server().resolve("bin/serve").toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLIENTELE_DATA", data.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private Process start(ProcessBuilder builder, Path data, int port) throws IOException {
        Process process = builder.start();
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        new ServerState(process.pid(), started, port, data).save(home);
        return process;
    }

    /** How it ended. */
    enum Ending {
        CLEAN,
        KILLED
    }

    /** Asks the process to end and forces it when it does not within {@code patience}. */
    Ending stop(ServerState state, Duration patience) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = state.process();
        Ending ending = process.isPresent() ? end(process.get(), patience) : Ending.CLEAN;
        Files.deleteIfExists(home.state());
        return ending;
    }

    private static Ending end(ProcessHandle process, Duration patience) throws InterruptedException {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroy);
        if (ended(all, patience)) {
            return Ending.CLEAN;
        }
        all.forEach(ProcessHandle::destroyForcibly);
        ended(all, Duration.ofSeconds(10));
        return Ending.KILLED;
    }

    private static boolean ended(List<ProcessHandle> all, Duration patience) throws InterruptedException {
        CompletableFuture<?>[] exits = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
