package io.clientele.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The machine of somebody who writes a module: a home of their own, a clone of Clientele, and a Maven that knows our artifacts as published
 * ones. What else it needs it takes from the repository of the running build first, and goes online only if that build may.
 */
final class Workbench {
    private static final long MINUTES = 10;

    private final Path folder;

    private Workbench(Path folder) {
        this.folder = folder;
    }

    static Workbench create() {
        try {
            Path work = Files.createDirectories(Path.of(System.getProperty("clientele.work")));
            Workbench bench = new Workbench(Files.createTempDirectory(work, "workbench"));
            new PublishedArtifacts(root(), System.getProperty("clientele.version"))
                    .copyTo(bench.folder.resolve("published"));
            bench.prepareMaven();
            Files.createDirectories(bench.folder.resolve("home"));
            bench.prepareClone();
            return bench;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return Path.of(System.getProperty("clientele.root")).toAbsolutePath().normalize();
    }

    /** Where the launcher of Clientele is. */
    Path checkout() {
        return folder.resolve("clone");
    }

    private void prepareMaven() throws IOException {
        Files.writeString(
                folder.resolve("settings.xml"),
                """
                <settings><profiles><profile><id>known</id>
                  <repositories>%1$s%2$s</repositories>
                  <pluginRepositories>%3$s</pluginRepositories>
                </profile></profiles><activeProfiles><activeProfile>known</activeProfile></activeProfiles></settings>
                """
                        .formatted(
                                repository("repository", "published", folder.resolve("published")),
                                repository("repository", "filled", filled()),
                                repository("pluginRepository", "filled", filled())));
        Path mvn = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(
                mvn,
                """
                #!/bin/sh
                exec "%s/bin/mvn" -s "%s/settings.xml" -Dmaven.repo.local="%s/repository" %s "$@"
                """
                        .formatted(
                                System.getProperty("clientele.maven"),
                                folder,
                                folder,
                                "offline=true".equals(System.getProperty("clientele.network"))
                                        ? "-o -Daether.offline.protocols=file"
                                        : "-ntp"));
        if (!mvn.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + mvn + " executable");
        }
    }

    private static Path filled() {
        return Path.of(System.getProperty("clientele.repository"));
    }

    /** Snapshots are ours only; those of earlier builds, which the other repository may hold, do not count. */
    private static String repository(String element, String id, Path place) {
        return """
                <%1$s><id>%2$s</id><url>%3$s</url>
                  <releases><checksumPolicy>ignore</checksumPolicy></releases>
                  <snapshots><enabled>%4$s</enabled><checksumPolicy>ignore</checksumPolicy></snapshots>
                </%1$s>"""
                .formatted(element, id, place.toUri(), id.equals("published"));
    }

    /** The server takes a free port, as if it had been configured before. */
    private void prepareClone() throws IOException {
        Path etc = Files.createDirectories(checkout().resolve("run/server/etc"));
        Files.createSymbolicLink(checkout().resolve("clientele"), root().resolve("clientele"));
        try (ServerSocket free = new ServerSocket(0)) {
            Files.writeString(etc.resolve("io.clientele.rest.cfg"), "port = " + free.getLocalPort() + "\n");
        }
    }

    /** Runs commands in the clone, and returns what they print; fails if one of them does. */
    String run(String commands) {
        try {
            Path said = Files.createTempFile(folder, "said", ".log");
            ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                    .directory(checkout().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            prepare(bash.environment());
            Process process = bash.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("not done after " + MINUTES + " minutes:\n" + Files.readString(said));
            }
            String text = Files.readString(said);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("ended with " + process.exitValue() + ":\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare(Map<String, String> environment) {
        String jdk = System.getProperty("java.home");
        environment.keySet().removeIf(name -> name.startsWith("CLIENTELE_"));
        environment.put("JAVA_HOME", jdk);
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + jdk + "/bin:" + environment.get("PATH"));
        environment.put("CLIENTELE_HOME", checkout().resolve("run").toString());
        environment.put("CLIENTELE_DISTRIBUTION", System.getProperty("clientele.distribution"));
    }
}
