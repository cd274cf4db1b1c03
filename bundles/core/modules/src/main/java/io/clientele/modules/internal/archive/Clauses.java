package io.clientele.modules.internal.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a manifest header of clauses: {@code a;b;version="[1,2)";resolution:=optional,c}. */
final class Clauses {
    private Clauses() {}

    /**
     * The paths of one clause with what is said of them.
     *
     * @param parameters attributes, and directives with a colon at the end of their names
     */
    record Clause(List<String> paths, Map<String, String> parameters) {
        String parameter(String name, String otherwise) {
            return parameters.getOrDefault(name, otherwise);
        }
    }

    static List<Clause> of(@Nullable String header) {
        List<Clause> clauses = new ArrayList<>();
        if (header == null || header.isBlank()) {
            return clauses;
        }
        for (String text : split(header, ',')) {
            List<String> paths = new ArrayList<>();
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String part : split(text, ';')) {
                int equals = outsideQuotes(part, '=', 0);
                if (equals < 0) {
                    paths.add(part.strip());
                } else {
                    parameters.put(name(part.substring(0, equals)), unquoted(part.substring(equals + 1)));
                }
            }
            clauses.add(new Clause(paths, parameters));
        }
        return clauses;
    }

    /** A typed attribute, {@code name:List<String>=}, is known by its bare name; a directive keeps its colon. */
    private static String name(String text) {
        String name = text.strip();
        int colon = name.indexOf(':');
        return colon < 0 || colon == name.length() - 1 ? name : name.substring(0, colon);
    }

    private static String unquoted(String text) {
        String value = text.strip();
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = outsideQuotes(text, separator, from);
        while (at >= 0) {
            parts.add(text.substring(from, at));
            from = at + 1;
            at = outsideQuotes(text, separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static int outsideQuotes(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
