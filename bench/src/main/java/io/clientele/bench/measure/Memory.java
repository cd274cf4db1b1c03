package io.clientele.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Resident memory of one process in KiB.
 *
 * @param residentKib now
 * @param peakKib the most it ever was
 */
public record Memory(long residentKib, long peakKib) {
    /** Reads it from the kernel. */
    public static Memory of(long pid) {
        try {
            return parse(Files.readAllLines(Path.of("/proc/" + pid + "/status")));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " is gone", e);
        }
    }

    static Memory parse(List<String> status) {
        return new Memory(kib(status, "VmRSS:"), kib(status, "VmHWM:"));
    }

    private static long kib(List<String> status, String key) {
        for (String line : status) {
            if (line.startsWith(key)) {
                String amount = line.substring(key.length()).trim();
                return Long.parseLong(amount.substring(0, amount.indexOf(' ')));
            }
        }
        return 0;
    }
}
