package io.clientele.rest.host;

import io.clientele.kernel.Network;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that was read.
 *
 * @param settings null if something is wrong
 * @param faults what is: key, value, and what would be right
 */
record ConfiguredSettings(@Nullable HostSettings settings, List<String> faults) {
    private static final int MOST_THREADS = 10_000;
    private static final int MOST_QUEUED = 1_000_000;
    private static final int MOST_SECONDS = 86_400;
    private static final int LEAST_HEADER_BYTES = 1024;
    private static final int MOST_HEADER_BYTES = 1 << 20;
    private static final int LONGEST_SHOWN = 80;

    static ConfiguredSettings of(HostConfig config) {
        Reader reader = new Reader();
        HostSettings settings = new HostSettings(
                reader.text("host", config.host()),
                reader.number("port", config.port(), 0, 65_535),
                reader.file("portFile", config.portFile()),
                Set.copyOf(Reader.elements(config.allowedOrigins()).toList()),
                reader.number("threads", config.threads(), 1, MOST_THREADS),
                reader.number("queued", config.queued(), 0, MOST_QUEUED),
                reader.number("bodyBytes", config.bodyBytes(), 1, Integer.MAX_VALUE),
                reader.seconds("bodyPatienceSeconds", config.bodyPatienceSeconds()),
                reader.seconds("requestSeconds", config.requestSeconds()),
                reader.number("headerBytes", config.headerBytes(), LEAST_HEADER_BYTES, MOST_HEADER_BYTES),
                reader.seconds("idleSeconds", config.idleSeconds()),
                reader.networks("trustedProxies", config.trustedProxies()));
        return reader.faults.isEmpty()
                ? new ConfiguredSettings(settings, List.of())
                : new ConfiguredSettings(null, List.copyOf(reader.faults));
    }

    /** One fault in words. */
    static String fault(String key, String value, String right) {
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
        return key + " = " + shown.replaceAll("\\p{Cntrl}", "?") + " is wrong: " + right;
    }

    /** Reads one value after the other and remembers what is wrong; what it answers then is of no use. */
    private static final class Reader {
        private final List<String> faults = new ArrayList<>();

        String text(String key, String value) {
            if (value.isBlank()) {
                faults.add(fault(key, value, "it must not be empty"));
            }
            return value.strip();
        }

        int number(String key, String value, int least, int most) {
            try {
                int number = Integer.parseInt(value.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, as a number out of range.
            }
            faults.add(fault(key, value, "a whole number from " + least + " to " + most + " is needed"));
            return least;
        }

        Duration seconds(String key, String value) {
            return Duration.ofSeconds(number(key, value, 1, MOST_SECONDS));
        }

        @Nullable
        String file(String key, String value) {
            if (value.isBlank()) {
                return null;
            }
            try {
                Path folder = Path.of(value.strip()).toAbsolutePath().getParent();
                if (folder == null || !Files.isWritable(folder)) {
                    faults.add(fault(key, value, "a file in a folder that is there and may be written to is needed"));
                }
            } catch (InvalidPathException e) {
                faults.add(fault(key, value, "this is no path of a file"));
            }
            return value.strip();
        }

        List<Network> networks(String key, String[] values) {
            List<Network> networks = new ArrayList<>();
            elements(values).forEach(text -> {
                try {
                    networks.add(Network.of(text));
                } catch (IllegalArgumentException e) {
                    faults.add(
                            fault(key, text, "networks such as 10.0.0.0/8, or addresses, parted by commas are needed"));
                }
            });
            return networks;
        }

        /** A file has all of a list in one text. */
        static Stream<String> elements(String[] values) {
            return Arrays.stream(values)
                    .flatMap(value -> Stream.of(value.split("[,\\s]+", -1)))
                    .filter(text -> !text.isEmpty());
        }
    }
}
