package io.clientele.itests;

import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The shipped distribution, unpacked into a folder of its own and started as a process of its own on a free port. */
final class Server implements AutoCloseable {
    /** Where webhooks may be besides the public Internet: on this host, though not where the server itself is. */
    static final String ALLOWED_ADDRESS = "127.0.0.2";

    /** With the slower of Java's compilers, which are ready sooner: no server of a test lives long enough for the other. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 ";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private final Path home;
    private final String javaOptions;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    private Server(Path home, String javaOptions) {
        this.home = home;
        this.javaOptions = javaOptions;
    }

    /** Unpacks and starts a server with an empty database of this kind, and waits until it is ready. */
    static Server start(TestDatabase kind) {
        return start(kind, "durable");
    }

    static Server start(TestDatabase kind, String durability) {
        if (kind == TestDatabase.POSTGRESQL) {
            TestDatabase.Location location = kind.create();
            return start(location.url(), location.user());
        }
        return start(new Setup(embedded(durability), "", Map.of()));
    }

    private static String embedded(String durability) {
        return "url = jdbc:h2:file:${karaf.data}/db/clientele\ndurability = " + durability + "\n";
    }

    /** Starts a server on a database that is there already and asks for no password. */
    static Server start(String url, String user) {
        return start(new Setup(elsewhere(url, user), "", Map.of()));
    }

    private static String elsewhere(String url, String user) {
        return "url = " + url + "\nuser = " + user + "\n";
    }

    /**
     * How a server is set up before it starts.
     *
     * @param javaOptions what its Java gets besides
     * @param settings files in {@code etc}, by their names
     */
    record Setup(String database, String javaOptions, Map<String, String> settings) {
        /** On the embedded database if there is no other. */
        static Setup on(TestDatabase.@Nullable Location location) {
            String database = location == null ? embedded("durable") : elsewhere(location.url(), location.user());
            return new Setup(database, "", Map.of());
        }

        Setup withJava(String options) {
            return new Setup(database, options, settings);
        }

        Setup with(String file, String text) {
            return new Setup(database, javaOptions, Map.of(file, text));
        }
    }

    /** Starts a second server on the same database, which knows the archives of modules that the first one has. */
    static Server startBeside(Server first, String url, String user) {
        Server server = new Server(unpack(), "");
        server.configure(elsewhere(url, user));
        server.copyFrom(first, "etc/trusted");
        server.copyFrom(first, "data/modules");
        server.launch();
        return server;
    }

    private void copyFrom(Server other, String folder) {
        Path from = other.home.resolve(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = home.resolve(folder).resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Server start(Setup setup) {
        Server server = unpacked(setup);
        server.launch();
        return server;
    }

    /** One that has not started. */
    static Server unpacked(Setup setup) {
        Server server = new Server(unpack(), setup.javaOptions());
        server.configure(setup.database());
        setup.settings().forEach(server::write);
        return server;
    }

    private static Path unpack() {
        try {
            Path work = Path.of(System.getProperty("clientele.work"));
            Files.createDirectories(work);
            Path home = Files.createTempDirectory(work, "server" + COUNTER.incrementAndGet() + "-");
            new ProcessBuilder("tar", "xzf", System.getProperty("clientele.distribution"), "--strip-components=1")
                    .directory(home.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void configure(String database) {
        try {
            Files.writeString(
                    home.resolve("etc/io.clientele.rest.cfg"), "port = 0\nportFile = ${karaf.data}/http-port\n");
            Files.writeString(home.resolve("etc/io.clientele.persistence.cfg"), database);
            Files.writeString(
                    home.resolve("etc/io.clientele.events.cfg"), "allowedNetworks = " + ALLOWED_ADDRESS + "/32\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(home.resolve("etc").resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process, and tells whether it ended before it was ready. */
    boolean endsWhileStarting() {
        Process started = begin();
        Awaitility.await("the server in " + home + " ends or is ready")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !started.isAlive() || ready());
        return !started.isAlive();
    }

    /** Starts the process and waits until it answers. */
    void launch() {
        Process started = begin();
        Awaitility.await("the server in " + home + " is ready")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .failFast("the server ended", () -> !started.isAlive())
                .until(this::ready);
    }

    private Process begin() {
        try {
            Files.deleteIfExists(home.resolve("data/http-port"));
            ProcessBuilder builder =
                    new ProcessBuilder(home.resolve("bin/serve").toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS", SHORT_LIVED + javaOptions);
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("data/console.log").toFile()));
            Process started = builder.start();
            process = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ready() {
        try {
            return Files.exists(home.resolve("data/http-port"))
                    && send(HttpRequest.newBuilder(uri("/health/ready"))).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** An address on this server. */
    URI uri(String path) {
        try {
            String port = Files.readString(home.resolve("data/http-port")).strip();
            return URI.create("http://127.0.0.1:" + port + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first administrator's password, as the server left it for the launcher. */
    String firstPassword() {
        Path file = home.resolve("data/first-password");
        Awaitility.await(file + " is written").atMost(Duration.ofMinutes(1)).until(() -> Files.exists(file));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that this server was unpacked to. */
    Path home() {
        return home;
    }

    /** The server's process. */
    ProcessHandle process() {
        return running().toHandle();
    }

    /** Ends the process as a power cut of the machine would: no hook runs. */
    void kill() {
        running().destroyForcibly();
        running().onExit().join();
    }

    /** Stops as an operator does, by SIGTERM. */
    void stop() {
        running().destroy();
        try {
            if (!running().waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the server was never started");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            stop();
        }
    }
}
