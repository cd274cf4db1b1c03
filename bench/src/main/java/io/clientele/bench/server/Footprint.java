package io.clientele.bench.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process occupies after it has collected its garbage.
 *
 * @param moduleLoaders class loaders of bundles
 * @param sockets those of {@code files} that are connections, or wait for some
 */
public record Footprint(long heapKib, long metaspaceKib, long moduleLoaders, long threads, long files, long sockets) {
    private static final int COLLECTIONS = 3;
    private static final Pattern USED = Pattern.compile("(Metaspace|generation)\\D.*?used (\\d+)K");
    private static final String BUNDLE_LOADER = "BundleWiringImpl$BundleClassLoader";

    /** Lets the process collect its garbage and looks at what is left. */
    public static Footprint of(long pid) throws IOException {
        for (int i = 0; i < COLLECTIONS; i++) {
            Jcmd.ask(pid, "GC.run");
        }
        long heap = 0;
        long metaspace = 0;
        Matcher used = USED.matcher(Jcmd.ask(pid, "GC.heap_info"));
        while (used.find()) {
            if (used.group(1).equals("Metaspace")) {
                metaspace = Long.parseLong(used.group(2));
            } else {
                heap += Long.parseLong(used.group(2));
            }
        }
        long loaders = Jcmd.ask(pid, "VM.classloader_stats")
                .lines()
                .filter(line -> line.contains(BUNDLE_LOADER))
                .count();
        return new Footprint(heap, metaspace, loaders, threads(pid), links(pid, ""), links(pid, "socket:"));
    }

    private static long threads(long pid) throws IOException {
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            return count(tasks, path -> true);
        }
    }

    private static long links(long pid, String begin) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            return count(files, path -> target(path).startsWith(begin));
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // Closed since it was listed.
            return "";
        }
    }

    private static long count(DirectoryStream<Path> paths, java.util.function.Predicate<Path> wanted) {
        long count = 0;
        for (Path path : paths) {
            count += wanted.test(path) ? 1 : 0;
        }
        return count;
    }
}
