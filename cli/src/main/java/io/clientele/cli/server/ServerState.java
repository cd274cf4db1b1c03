package io.clientele.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is remembered of the server that was started last. The start instant tells it from a later process that was
 * given the same id.
 */
public record ServerState(long pid, Instant started, int port, Path data) {
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(1);

    /** The server of this home, if its process is alive. */
    public static Optional<ServerState> running(Home home) throws IOException {
        return last(home).filter(state -> state.process().isPresent());
    }

    static Optional<ServerState> last(Home home) throws IOException {
        if (!Files.exists(home.state())) {
            return Optional.empty();
        }
        Properties saved = new Properties();
        try (InputStream in = Files.newInputStream(home.state())) {
            saved.load(in);
            return Optional.of(new ServerState(
                    Long.parseLong(saved.getProperty("pid")),
                    Instant.parse(saved.getProperty("started")),
                    Integer.parseInt(saved.getProperty("port")),
                    Path.of(saved.getProperty("data"))));
        } catch (RuntimeException e) {
            // Cut off by a crash while it was written: then nothing is known, as without the file.
            return Optional.empty();
        }
    }

    void save(Home home) throws IOException {
        Properties saved = new Properties();
        saved.setProperty("pid", Long.toString(pid));
        saved.setProperty("started", started.toString());
        saved.setProperty("port", Integer.toString(port));
        saved.setProperty("data", data.toString());
        try (OutputStream out = Files.newOutputStream(home.state())) {
            saved.store(out, null);
        }
    }

    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_DRIFT) < 0)
                .orElse(true);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + boundPort());
    }

    /** The server writes the port it has bound; until then, the one that was asked for. */
    private int boundPort() {
        try {
            return Integer.parseInt(Files.readString(data.resolve("http-port")).strip());
        } catch (IOException | NumberFormatException e) {
            return port;
        }
    }
}
