package io.clientele.cli.server;

import io.clientele.cli.api.Api;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.Syntax;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Builds what is missing, starts the server, and says how to go on. */
public final class RunCommand implements Command {
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    /** Within this, a server is ready on a slow machine too, if nothing is wrong. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private static final int LINES_OF_LOG = 40;

    /** Where the server ends with one of these, it has said why: a setting is wrong, or something is in use. */
    private static final Set<Integer> TOLD = Set.of(75, 78);

    private final Home home;
    private final Console console;
    private final Distribution distribution;

    public RunCommand(Home home, Console console, Distribution distribution) {
        this.home = home;
        this.console = console;
        this.distribution = distribution;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(0).values("--port", "--data").switches("--foreground");
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        Files.createDirectories(home.run());
        try (FileChannel file = FileChannel.open(
                        home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new FailureException("another ./clientele run is at work in " + home.run());
            }
            Optional<ServerState> running = ServerState.running(home);
            if (running.isPresent()) {
                return meet(running.get());
            }
            Process process = start(arguments);
            int outcome = watch(process);
            if (outcome != 0 || !arguments.has("--foreground")) {
                return outcome;
            }
            return process.waitFor();
        }
    }

    /** The first visit may be still to come: whoever started the server did not wait for it. */
    private int meet(ServerState running) throws IOException, InterruptedException {
        console.line("Clientele is already running at " + running.address() + " (process " + running.pid() + ").");
        if (new Readiness().isReady(running.address())) {
            new FirstVisit(home, console).welcome(running);
        } else {
            console.line("It is not ready: see ./clientele status");
        }
        return 0;
    }

    private Process start(Arguments arguments) throws IOException, InterruptedException {
        Path data = arguments
                .value("--data")
                .map(text -> Path.of(text).toAbsolutePath().normalize())
                .orElse(home.data());
        DataFolder.requireFree(data);
        new Installation(home, console).bringUpToDate(distribution.upToDate(), data);
        int port = new PortChoice(home).settle(arguments.number("--port"));
        console.line("starting on 127.0.0.1:" + port);
        ServerProcess server = new ServerProcess(home);
        if (!arguments.has("--foreground")) {
            return server.startApart(data, port);
        }
        Process process = server.startHere(data, port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> passOn(process)));
        return process;
    }

    /** Ctrl-C or a supervisor ends this process; the server then ends with it, in order. */
    private static void passOn(Process process) {
        process.destroy();
        process.onExit().join();
    }

    private int watch(Process process) throws IOException, InterruptedException {
        ServerState state = ServerState.last(home).orElseThrow();
        Readiness.Outcome outcome = new Readiness().await(state, USUAL);
        if (outcome == Readiness.Outcome.LATE) {
            console.line("not ready yet after " + USUAL.toSeconds() + " seconds" + unwell(state)
                    + "; see ./clientele logs. Still waiting");
            outcome = new Readiness().await(state, DEADLINE.minus(USUAL));
        }
        switch (outcome) {
            case READY -> greet(state);
            case ENDED -> {
                Files.deleteIfExists(home.state());
                int code = process.waitFor();
                console.error("the server ended while it started (exit code " + code + "):");
                console.error(TOLD.contains(code) ? new Tail(home.consoleLog()).last(LINES_OF_LOG) : endOfLog(state));
            }
            case LATE -> {
                console.error("the server has not become ready within " + DEADLINE.toSeconds() + " seconds:");
                console.error(endOfLog(state));
                console.error("It is still starting: see ./clientele status, or end it with ./clientele stop.");
            }
        }
        return outcome == Readiness.Outcome.READY ? 0 : 1;
    }

    /** What the server itself says is missing; nothing while it does not answer. */
    private static String unwell(ServerState state) throws InterruptedException {
        try {
            return StreamSupport.stream(
                            new Api(state.address(), "").health().path("checks").spliterator(), false)
                    .filter(check -> !check.path("good").asBoolean())
                    .map(check -> check.path("name").asText() + ": "
                            + check.path("detail").asText())
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining(", "), text -> text.isEmpty() ? "" : " (" + text + ")"));
        } catch (IOException e) {
            return "";
        }
    }

    private String endOfLog(ServerState state) throws IOException {
        Path log = Logs.of(home, state.data());
        String console = new Tail(home.consoleLog()).last(LINES_OF_LOG);
        return log.equals(home.consoleLog()) ? console : console + new Tail(log).last(LINES_OF_LOG);
    }

    private void greet(ServerState state) throws IOException, InterruptedException {
        console.line("Clientele answers at " + state.address());
        new FirstVisit(home, console).welcome(state);
        console.line("");
        console.line("  try it in a browser   " + state.address() + "/api/docs/");
        console.line("  a made-up enterprise  ./clientele demo 10000");
        console.line("  your own customers    ./clientele import customers.csv");
        console.line("  configuration         " + home.etc());
        console.line("  watch, stop           ./clientele status   ./clientele logs -f   ./clientele stop");
    }
}
