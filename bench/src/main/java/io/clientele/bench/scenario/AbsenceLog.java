package io.clientele.bench.scenario;

import io.clientele.bench.measure.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the product's log says a module's absences were spent on. */
final class AbsenceLog {
    private static final Pattern ABSENCE = Pattern.compile(" was away for \\d+ ms: (.*)$");
    private static final Pattern LAP = Pattern.compile("([a-z ]+) (\\d+)(?:, )?");

    private AbsenceLog() {}

    /** One line: each part with its median and its 99th percentile. */
    static String told(Stream<String> log) {
        Map<String, List<Long>> laps = new LinkedHashMap<>();
        log.map(ABSENCE::matcher).filter(Matcher::find).forEach(absence -> {
            Matcher lap = LAP.matcher(absence.group(1));
            while (lap.find()) {
                laps.computeIfAbsent(lap.group(1), name -> new ArrayList<>()).add(Long.valueOf(lap.group(2)));
            }
        });
        return laps.entrySet().stream()
                .map(lap -> String.format(
                        Locale.ROOT,
                        "%s %.0f (p99 %d)",
                        lap.getKey(),
                        Figures.median(lap.getValue()),
                        p99(lap.getValue())))
                .collect(Collectors.joining(", ", "absences were spent on, in ms: ", ""));
    }

    private static long p99(List<Long> values) {
        return Figures.percentile(values.stream().mapToLong(Long::longValue).toArray(), 99);
    }
}
