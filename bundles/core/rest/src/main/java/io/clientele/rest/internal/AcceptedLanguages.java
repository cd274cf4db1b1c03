package io.clientele.rest.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Language} (RFC 9110) by the languages alone: {@code zh-Hans-CN} asks for {@code zh}. */
final class AcceptedLanguages {
    private static final String ANY = "*";
    private static final Pattern QUALITY = Pattern.compile("q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)");
    private static final int MOST_RANGES = 50;

    private AcceptedLanguages() {}

    /** What is asked for, and how much. */
    private record Range(String language, double quality) {}

    /** The language among {@code offered} that is wanted most, of equals the one named first; the first one offered if none is wanted. */
    static String best(String header, List<String> offered) {
        List<Range> ranges = ranges(header);
        String best = offered.get(0);
        double most = 0;
        for (Range range : ranges) {
            String meant = range.language.equals(ANY) ? notNamed(offered, ranges) : range.language;
            if (meant != null && offered.contains(meant) && range.quality > most) {
                best = meant;
                most = range.quality;
            }
        }
        return best;
    }

    /** What {@code *} means. */
    private static @Nullable String notNamed(List<String> offered, List<Range> ranges) {
        return offered.stream()
                .filter(each -> ranges.stream().noneMatch(range -> range.language.equals(each)))
                .findFirst()
                .orElse(null);
    }

    private static List<Range> ranges(String header) {
        List<Range> ranges = new ArrayList<>();
        String[] said = header.toLowerCase(Locale.ROOT).split(",", MOST_RANGES);
        for (String each : said) {
            String[] parts = each.split(";", 2);
            double quality = parts.length == 1 ? 1 : quality(parts[1].replace(" ", ""));
            ranges.add(new Range(parts[0].strip().split("-", 2)[0], quality));
        }
        return ranges;
    }

    /** What is no quality counts as a language that nobody wants. */
    private static double quality(String parameter) {
        var quality = QUALITY.matcher(parameter);
        return quality.matches() ? Double.parseDouble(quality.group(1)) : 0;
    }
}
