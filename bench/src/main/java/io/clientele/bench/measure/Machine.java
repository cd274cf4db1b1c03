package io.clientele.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were taken on. */
public final class Machine {
    private Machine() {}

    /** Processor, memory, kernel and Java in one line. */
    public static String describe() {
        return String.format(
                Locale.ROOT,
                "%d × %s, %d MiB memory, Linux %s, Java %s (%s)",
                Runtime.getRuntime().availableProcessors(),
                value(Path.of("/proc/cpuinfo"), "model name"),
                Long.parseLong(value(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "")) / 1024,
                System.getProperty("os.version"),
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vm.name"));
    }

    /** The kernel's load averages over one, five and fifteen minutes. */
    public static String load() {
        String[] fields = read(Path.of("/proc/loadavg")).split(" ", 4);
        return fields[0] + " " + fields[1] + " " + fields[2];
    }

    private static String value(Path file, String key) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("0");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("the bench needs Linux's " + file, e);
        }
    }
}
