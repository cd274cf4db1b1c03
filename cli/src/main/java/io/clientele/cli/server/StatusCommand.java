package io.clientele.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.cli.api.Api;
import io.clientele.cli.api.ApiException;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Says whether the server runs, where, and how it does. The exit code is 0 only if it is healthy. */
public final class StatusCommand implements Command {
    /** What {@code service status} of Linux answers for "not running". */
    private static final int NOT_RUNNING = 3;

    private final Home home;
    private final Console console;

    public StatusCommand(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(0);
    }

    @Override
    public int run(Arguments arguments) throws IOException, InterruptedException {
        Optional<ServerState> running = ServerState.running(home);
        if (running.isEmpty()) {
            console.line("Clientele is not running.");
            return NOT_RUNNING;
        }
        ServerState state = running.get();
        entry("process", Long.toString(state.pid()));
        entry("started", state.started().toString());
        entry("address", state.address().toString());
        entry("data", state.data().toString());
        memory(state.pid()).ifPresent(kibibytes -> entry("memory", kibibytes / 1024 + " MiB"));
        boolean ready = new Readiness().isReady(state.address());
        entry("ready", ready ? "yes" : "no");
        health(state);
        if (!ready) {
            console.line("It is not ready. The reasons are in the log: ./clientele logs");
        }
        return ready ? 0 : 1;
    }

    /** Whatever {@code /health} tells, so that a new check shows up without a change here. */
    private void health(ServerState state) throws IOException, InterruptedException {
        try {
            show("health", new Api(state.address(), "").health());
        } catch (ApiException e) {
            entry("health", e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private void show(String name, JsonNode value) {
        if (!value.isContainerNode()) {
            entry(name, value.asText());
        } else if (value.isArray()) {
            int place = 1;
            for (JsonNode element : value) {
                show(name + "." + place++, element);
            }
        } else {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                show(name.equals("health") ? field.getKey() : name + "." + field.getKey(), field.getValue());
            }
        }
    }

    private void entry(String name, String value) {
        console.line(String.format("%-24s %s", name, value));
    }

    /** Resident memory in KiB, where the system tells. */
    private static Optional<Long> memory(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }
}
