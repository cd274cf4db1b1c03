package io.clientele.cli.server;

import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The port of the server: asked for, or from its configuration, or 8181. It stays the same at the next start. */
final class PortChoice {
    private static final int USUAL = 8181;
    private static final int MOST = 65_535;
    private static final String KEY = "port";

    private final Path configuration;

    PortChoice(Home home) {
        this.configuration = home.etc().resolve("io.clientele.rest.cfg");
    }

    /** Finds the port, makes sure that nobody has it, and writes it into the configuration when it was asked for. */
    int settle(Optional<Long> asked) throws IOException {
        if (asked.isEmpty()) {
            return bindable(configured().orElse(USUAL));
        }
        if (asked.get() < 0 || asked.get() > MOST) {
            throw new UsageException("--port is not between 0 and " + MOST + ": " + asked.get());
        }
        int port = bindable(asked.get().intValue());
        write(port);
        return port;
    }

    private static int bindable(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new FailureException("port " + port + " is taken by another program (" + e.getMessage()
                    + "). Choose another: ./clientele run --port 8182, or --port 0 for any free one.");
        }
    }

    Optional<Integer> configured() throws IOException {
        for (String line : lines()) {
            if (isPort(line)) {
                return Optional.of(number(line.substring(line.indexOf('=') + 1).strip()));
            }
        }
        return Optional.empty();
    }

    /** Told here, before anything is started, as the server would tell it. */
    private int number(String text) {
        boolean digits = text.matches("[0-9]{1,5}");
        if (!digits || Integer.parseInt(text) > MOST) {
            throw new FailureException(configuration + ": port = " + text + " is wrong: a whole number from 0 to "
                    + MOST + " is needed. Mend it there, or name a port: ./clientele run --port 8181");
        }
        return Integer.parseInt(text);
    }

    /** Whatever stood there; a file that says so already stays as it is. */
    private void write(int port) throws IOException {
        String line = KEY + " = " + port;
        List<String> kept = new ArrayList<>(lines());
        if (kept.stream().filter(PortChoice::isPort).toList().equals(List.of(line))) {
            return;
        }
        kept.removeIf(PortChoice::isPort);
        kept.add(line);
        Files.createDirectories(configuration.resolveSibling("."));
        Files.write(configuration, kept);
    }

    private static boolean isPort(String line) {
        int equals = line.indexOf('=');
        return equals > 0 && line.substring(0, equals).strip().equals(KEY);
    }

    private List<String> lines() throws IOException {
        return Files.exists(configuration) ? Files.readAllLines(configuration) : List.of();
    }
}
