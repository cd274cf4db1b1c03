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
    private static final String KEY = "port";

    private final Path configuration;

    PortChoice(Home home) {
        this.configuration = home.etc().resolve("io.clientele.rest.cfg");
    }

    /** Finds the port, makes sure that nobody has it, and writes it into the configuration when it was asked for. */
    int settle(Optional<Long> asked) throws IOException {
        if (asked.isPresent() && (asked.get() < 0 || asked.get() > 65_535)) {
            throw new UsageException("--port is not between 0 and 65535: " + asked.get());
        }
        int wanted = asked.isPresent() ? asked.get().intValue() : configured().orElse(USUAL);
        int port = bindable(wanted);
        if (asked.isPresent() && !configured().equals(Optional.of(port))) {
            write(port);
        }
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
                return number(line.substring(line.indexOf('=') + 1).strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit);
        return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private void write(int port) throws IOException {
        List<String> kept = new ArrayList<>(lines());
        kept.removeIf(PortChoice::isPort);
        kept.add(KEY + " = " + port);
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
