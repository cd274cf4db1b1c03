package io.clientele.bench.server;

import io.clientele.bench.baseline.BaselineServer;
import io.clientele.bench.measure.ProcessTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The baseline in a Java process of its own, with the heap and the collector the product is shipped with. */
public final class BaselineProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private BaselineProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it over {@code database} and waits until it answers. */
    public static BaselineProcess start(Postgres postgres, String database, Path log) throws IOException {
        int port = Ports.free();
        // Without nodelay the JDK's server delays small answers, which costs wall time though no processor time.
        List<String> options = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dsun.net.httpserver.nodelay=true");
        ProcessBuilder builder =
                Children.java(options, BaselineServer.class, String.valueOf(port), postgres.url(database));
        Process process = Children.start(builder.redirectErrorStream(true).redirectOutput(log.toFile()));
        BaselineProcess baseline = new BaselineProcess(process, port);
        Api api = new Api(port);
        Waiting.until(
                "the baseline, see " + log,
                () -> api.status("/ready") == 200 ? Optional.of(true) : Optional.empty(),
                Duration.ofMillis(100),
                Duration.ofSeconds(30));
        return baseline;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Its process. */
    public ProcessTree tree() {
        return new ProcessTree(process.pid());
    }

    @Override
    public void close() {
        Children.stop(process);
    }
}
