package io.clientele.cli.server;

import io.clientele.cli.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts a distribution into the run directory, and keeps what the user has changed there. */
public final class Installation {
    /** A copy of the configuration as it was shipped, to tell later what the user has changed. */
    private static final String SHIPPED = ".etc-as-shipped";

    private final Home home;
    private final Console console;

    public Installation(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** Unpacks the distribution if it is not there yet or newer than what is there. */
    public void bringUpToDate(Path distribution, Path data) throws IOException {
        String identity = distribution.toAbsolutePath() + " " + Home.modified(distribution);
        Path stamp = home.server().resolve(".distribution");
        if (Files.exists(stamp) && Files.readString(stamp).equals(identity)) {
            return;
        }
        console.line("unpacking " + distribution.getFileName());
        Path fresh = home.run().resolve("server.new");
        delete(fresh);
        Files.createDirectories(fresh);
        TarGz.unpack(distribution, fresh);
        for (Path file : files(fresh.resolve("etc"))) {
            copy(file, fresh.resolve(SHIPPED).resolve(fresh.resolve("etc").relativize(file)));
        }
        carryOver(fresh);
        Files.writeString(fresh.resolve(".distribution"), identity);
        // The cache holds the bundles of the old distribution; started from it, the server would be the old one.
        delete(data.resolve("cache"));
        delete(home.server());
        Files.move(fresh, home.server());
    }

    /** Configuration that the user changed or added stays; a new default for a changed file is put beside it. */
    private void carryOver(Path fresh) throws IOException {
        Path before = home.server().resolve(SHIPPED);
        for (Path own : files(home.etc())) {
            Path name = home.etc().relativize(own);
            Path shipped = fresh.resolve(SHIPPED).resolve(name);
            if (same(own, before.resolve(name)) || same(own, shipped)) {
                continue;
            }
            Path kept = fresh.resolve("etc").resolve(name);
            if (Files.exists(shipped) && !same(shipped, before.resolve(name))) {
                copy(shipped, kept.resolveSibling(name.getFileName() + ".new"));
                console.line("kept your etc/" + name + "; the new default is beside it, with .new at its end");
            }
            copy(own, kept);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling("."));
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.mismatch(one, other) < 0;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(tree)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
