package io.clientele.bench.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A PostgreSQL that is stopped and started again in the same place, on the same port. Used by one thread. */
public final class StoppablePostgres implements AutoCloseable {
    private final Path data;
    private final int port;
    private Optional<EmbeddedPostgres> running = Optional.empty();

    private StoppablePostgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Makes one below {@code directory} and starts it. */
    public static StoppablePostgres start(Path directory) throws IOException {
        StoppablePostgres postgres = new StoppablePostgres(directory, Ports.free());
        postgres.start();
        return postgres;
    }

    /** Starts it; it takes connections when this returns. */
    public void start() throws IOException {
        running = Optional.of(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start());
    }

    /** Stops it, which breaks all connections to it. */
    public void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
        }
        running = Optional.empty();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
