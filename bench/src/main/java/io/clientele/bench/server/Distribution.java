package io.clientele.bench.server;

import io.clientele.bench.measure.Memory;
import io.clientele.bench.measure.ProcessTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The unpacked distribution: configured, started, stopped and wiped like an operator would, through its files and its launcher. */
public final class Distribution implements AutoCloseable {
    /** A start that takes longer has failed. */
    public static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Path home;
    private final int port;
    private Optional<Process> running = Optional.empty();

    private Distribution(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Unpacks {@code archive} into {@code home} with the embedded database it is shipped with. */
    public static Distribution unpack(Path archive, Path home) throws IOException {
        Files.createDirectories(home);
        run(List.of("tar", "-xzf", archive.toString(), "--strip-components=1", "-C", home.toString()));
        Distribution distribution = new Distribution(home, Ports.free());
        distribution.configure("io.clientele.rest", Map.of("port", String.valueOf(distribution.port)));
        return distribution;
    }

    /** Points it at PostgreSQL. */
    public void use(Postgres postgres, String database) throws IOException {
        use(postgres.url(database));
    }

    /** Points it at a PostgreSQL, whose user {@code postgres} needs no password. */
    public void use(String url) throws IOException {
        configure("io.clientele.persistence", Map.of("url", url, "user", "postgres"));
    }

    /** Lets it take modules that were signed with this certificate. */
    public void trust(String pem) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("etc/trusted")).resolve("bench.pem"), pem);
    }

    /** Sets values in one configuration file and leaves its other lines alone. */
    private void configure(String pid, Map<String, String> values) throws IOException {
        Path file = home.resolve("etc/" + pid + ".cfg");
        List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        for (Map.Entry<String, String> value : values.entrySet()) {
            lines.removeIf(line -> line.matches("\\s*" + value.getKey() + "\\s*=.*"));
            lines.add(value.getKey() + " = " + value.getValue());
        }
        Files.write(file, lines);
    }

    /** Starts the launcher and returns at once. */
    public void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/serve").toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        builder.environment().remove("JAVA_OPTS");
        builder.environment().remove("CLIENTELE_DATA");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        running = Optional.of(Children.start(builder));
    }

    /** Starts it and waits until it says that it is ready. */
    public void start() throws IOException {
        launch();
        Api api = new Api(port);
        Waiting.until("the product at " + home, () -> ready(api), Duration.ofMillis(250), LONGEST_START);
    }

    private Optional<Boolean> ready(Api api) {
        insistThatItRuns();
        return api.ready() ? Optional.of(true) : Optional.empty();
    }

    /** Waits until {@code question} has an answer; asks often, so that the moment of the answer is the moment that is measured. */
    public <T> T await(String what, Duration deadline, Supplier<Optional<T>> question) {
        return Waiting.until(
                what,
                () -> {
                    insistThatItRuns();
                    return question.get();
                },
                Duration.ofMillis(50),
                deadline);
    }

    /** Stops it as the service manager does, and waits for the end. */
    public void stop() {
        running.ifPresent(process -> {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            all.forEach(Distribution::awaitEnd);
        });
        running = Optional.empty();
    }

    private static void awaitEnd(ProcessHandle handle) {
        try {
            handle.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }

    /** Throws away all it wrote; the next start is that of a fresh installation. */
    public void wipe() throws IOException {
        try (Stream<Path> files = Files.exists(home.resolve("data")) ? Files.walk(home.resolve("data")) : Stream.of()) {
            files.sorted(Comparator.reverseOrder()).forEach(Distribution::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The administrator's password of the first start, or empty as long as it is not written. */
    public Optional<String> firstPassword() {
        Path file = home.resolve("data/first-password");
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).trim()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written to its log. */
    public Stream<String> log() throws IOException {
        return Files.readAllLines(home.resolve("data/log/clientele.log")).stream();
    }

    /** The launcher and the Java process. */
    public ProcessTree tree() {
        return new ProcessTree(running.orElseThrow().pid());
    }

    /** The id of the Java process. */
    public long javaPid() {
        return tree().pids().stream()
                .filter(Distribution::isJava)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Java process below the launcher"));
    }

    /** The Java process's memory. */
    public Memory memory() {
        return Memory.of(javaPid());
    }

    /** Everything that decides how its Java runs, for the report. */
    public String javaOptions() {
        return commandLine(javaPid())
                .filter(option -> option.startsWith("-X"))
                .reduce((left, right) -> left + " " + right)
                .orElse("");
    }

    private static Stream<String> commandLine(long pid) {
        try {
            return Stream.of(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static boolean isJava(long pid) {
        return commandLine(pid)
                .findFirst()
                .filter(name -> name.endsWith("java"))
                .isPresent();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    private void insistThatItRuns() {
        if (running.filter(Process::isAlive).isEmpty()) {
            throw new IllegalStateException("the product ended; see " + home.resolve("console.log"));
        }
    }

    static void run(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
