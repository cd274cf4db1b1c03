package io.clientele.rest.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path with variables that each fill a segment, such as {@code /api/v1/deals/{id}/stage}. */
final class PathTemplate {
    /** How a variable of whatever name is written among {@link #keys}. */
    static final String VARIABLE = "{}";

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

    /** Whether a path is at a template or below it; a variable stands for all of its segment. */
    static boolean covers(String template, String path) {
        int at = 0;
        int i = 0;
        while (i < template.length()) {
            if (template.charAt(i) == '{') {
                int end = segmentEnd(path, at);
                if (end == at) {
                    return false;
                }
                at = end;
                i = segmentEnd(template, i);
            } else if (at == path.length() || template.charAt(i++) != path.charAt(at++)) {
                return false;
            }
        }
        return at == path.length() || path.charAt(at) == '/';
    }

    private static int segmentEnd(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }

    /** How many characters of a template are no part of a variable; of two templates that cover a path, the one with more means it. */
    static int literals(String template) {
        int count = 0;
        int depth = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : 0;
            count += depth == 0 ? 1 : 0;
            depth -= c == '}' ? 1 : 0;
        }
        return count;
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

    /** Each segment, with every variable as {@link #VARIABLE}. */
    List<String> keys() {
        return segments.stream().map(s -> isVariable(s) ? VARIABLE : s).toList();
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
