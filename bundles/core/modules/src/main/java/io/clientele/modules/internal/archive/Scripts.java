package io.clientele.modules.internal.archive;

import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the SQL files of an archive are about. */
final class Scripts {
    private static final Pattern FILE_NAME =
            Pattern.compile("([VU])(\\d{1,6})__[a-z0-9_]+(?:\\.(?:h2|postgresql))?\\.sql");
    private static final Pattern MAKES =
            Pattern.compile("\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([^\\s(;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOUCHES = Pattern.compile(
            "\\b(?:(?:create|alter|drop)\\s+table|truncate(?:\\s+table)?|insert\\s+into|delete\\s+from|merge\\s+into)"
                    + "\\s+(?:if\\s+(?:not\\s+)?exists\\s+|only\\s+)?([^\\s(;]+)",
            Pattern.CASE_INSENSITIVE);

    private Scripts() {}

    /** The numbers of the files of one kind, {@code V} or {@code U}. */
    static SortedSet<Integer> numbers(Map<String, String> scripts, char kind) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String file : scripts.keySet()) {
            Matcher name = FILE_NAME.matcher(file);
            if (name.matches() && name.group(1).charAt(0) == kind) {
                numbers.add(Integer.parseInt(name.group(2)));
            }
        }
        return numbers;
    }

    /** The tables that migrations make. */
    static SortedSet<String> tables(Map<String, String> scripts) {
        SortedSet<String> tables = new TreeSet<>();
        scripts.forEach((file, text) -> {
            if (file.startsWith("V")) {
                Matcher made = MAKES.matcher(text);
                while (made.find()) {
                    tables.add(made.group(1).toLowerCase(Locale.ROOT));
                }
            }
        });
        return tables;
    }

    /** Fails if a file is misnamed, or names a table whose prefix is not the module's. */
    static void check(String module, Map<String, String> scripts) {
        scripts.forEach((file, text) -> {
            if (!FILE_NAME.matcher(file).matches()) {
                throw Refusal.because(
                        EntryNames.shown(file) + " is not named like V001__what.sql or U002__what.h2.sql");
            }
            Matcher touched = TOUCHES.matcher(text);
            while (touched.find()) {
                if (!touched.group(1).toLowerCase(Locale.ROOT).matches(module + "_[a-z0-9_]+")) {
                    throw Refusal.because(file + " touches " + EntryNames.shown(touched.group(1))
                            + ", but the module's tables are called " + module + "_…");
                }
            }
        });
    }
}
