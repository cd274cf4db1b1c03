package io.clientele.registry.internal.transfer.mapping;

import java.util.ArrayList;
import java.util.List;

/** Several texts in one cell, parted by semicolons; a backslash stands before one that belongs to a text. */
public final class Lists {
    private Lists() {}

    /** Writes the texts. */
    public static String join(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(joined.isEmpty() ? "" : ";")
                    .append(text.replace("\\", "\\\\").replace(";", "\\;"));
        }
        return joined.toString();
    }

    /** Reads the texts; blank ones are left out. */
    public static List<String> split(String joined) {
        if (joined.isBlank()) {
            return List.of();
        }
        if (joined.indexOf(';') < 0 && joined.indexOf('\\') < 0) {
            return List.of(joined.strip());
        }
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '\\' && i + 1 < joined.length() && "\\;".indexOf(joined.charAt(i + 1)) >= 0) {
                text.append(joined.charAt(++i));
            } else if (c == ';') {
                add(texts, text);
            } else {
                text.append(c);
            }
        }
        add(texts, text);
        return texts;
    }

    private static void add(List<String> texts, StringBuilder text) {
        if (!text.toString().isBlank()) {
            texts.add(text.toString().strip());
        }
        text.setLength(0);
    }
}
