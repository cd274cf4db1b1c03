package io.clientele.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A recording of a running Java process by its own flight recorder. */
public final class Flight {
    private static final int SHOWN = 25;

    private final long pid;
    private final Path file;

    private Flight(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /** Starts recording {@code pid}. */
    public static Flight start(long pid, Path file) throws IOException {
        Files.deleteIfExists(file);
        Flight flight = new Flight(pid, file);
        Jcmd.ask(pid, "JFR.start", "name=bench", "settings=profile");
        return flight;
    }

    /** Ends the recording and tells the busiest methods: by themselves, by our own code that called them, and by what allocated. */
    public String stop() throws IOException {
        Jcmd.ask(pid, "JFR.stop", "name=bench", "filename=" + file);
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        List<RecordedEvent> samples = named(events, "jdk.ExecutionSample");
        List<RecordedEvent> allocations = named(events, "jdk.ObjectAllocationSample");
        return "  " + samples.size() + " samples\n"
                + top("busiest methods", samples, frame -> true)
                + top("nearest caller of ours", samples, Flight::isOurs)
                + everywhere(samples)
                + top("nearest caller of ours, by allocation", allocations, Flight::isOurs);
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(type) && event.getStackTrace() != null)
                .toList();
    }

    private static boolean isOurs(RecordedFrame frame) {
        return frame.getMethod().getType().getName().startsWith("io.clientele.");
    }

    private static String top(String title, List<RecordedEvent> events, Predicate<RecordedFrame> wanted) {
        Map<String, Long> weights = new HashMap<>();
        long total = 0;
        for (RecordedEvent event : events) {
            long weight = event.hasField("weight") ? event.getLong("weight") : 1;
            total += weight;
            event.getStackTrace().getFrames().stream()
                    .filter(RecordedFrame::isJavaFrame)
                    .filter(wanted)
                    .findFirst()
                    .ifPresent(frame -> weights.merge(name(frame), weight, Long::sum));
        }
        return ranking(title, weights, total, SHOWN);
    }

    /** Methods by the share of samples in which they are anywhere on the stack. */
    private static String everywhere(List<RecordedEvent> samples) {
        Map<String, Long> counts = new HashMap<>();
        for (RecordedEvent sample : samples) {
            sample.getStackTrace().getFrames().stream()
                    .filter(RecordedFrame::isJavaFrame)
                    .map(Flight::name)
                    .distinct()
                    .forEach(name -> counts.merge(name, 1L, Long::sum));
        }
        return ranking("anywhere on the stack", counts, samples.size(), 2 * SHOWN);
    }

    private static String ranking(String title, Map<String, Long> weights, long total, int shown) {
        StringBuilder text = new StringBuilder("  " + title + "\n");
        long all = Math.max(total, 1);
        weights.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue()))
                .limit(shown)
                .forEach(entry -> text.append(String.format(
                        Locale.ROOT, "    %5.1f %%  %s%n", 100.0 * entry.getValue() / all, entry.getKey())));
        return text.toString();
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
