package io.clientele.rest.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path with variables that each fill a segment, such as {@code /api/v1/deals/{id}/stage}. */
final class PathTemplate {
    private final List<String> segments;

    private PathTemplate(List<String> segments) {
        this.segments = List.copyOf(segments);
    }

    /** Reads a template, or returns null if a variable has a pattern or shares its segment with something else. */
    static @Nullable PathTemplate of(String template) {
        List<String> segments = segments(template);
        for (String segment : segments) {
            boolean mixed = segment.indexOf('{', 1) > 0 || (segment.startsWith("{") && !isVariable(segment));
            if (mixed || (isVariable(segment) && segment.indexOf(':') >= 0)) {
                return null;
            }
        }
        return new PathTemplate(segments);
    }

    /** The segments of a path that begins with a slash. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        while (from <= path.length()) {
            int to = path.indexOf('/', from);
            int end = to < 0 ? path.length() : to;
            segments.add(path.substring(from, end));
            from = end + 1;
        }
        return segments;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** Each segment, with every variable as {@code {}}. */
    List<String> keys() {
        return segments.stream().map(s -> isVariable(s) ? "{}" : s).toList();
    }

    /** Where a variable stands, or -1. */
    int position(String variable) {
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (isVariable(segment)
                    && segment.substring(1, segment.length() - 1).strip().equals(variable)) {
                return i;
            }
        }
        return -1;
    }

    /** The segment of a matching path at a position. */
    String value(String path, int position) {
        int from = 1;
        for (int i = 0; i < position; i++) {
            from = path.indexOf('/', from) + 1;
        }
        int to = path.indexOf('/', from);
        return to < 0 ? path.substring(from) : path.substring(from, to);
    }
}
