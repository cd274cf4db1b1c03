package io.clientele.modules.internal.archive;

import io.clientele.persistence.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the SQL files of an archive are about. */
final class Scripts {
    private static final Pattern FILE_NAME =
            Pattern.compile("([VU])(\\d{1,6})__([a-z0-9_]+)(?:\\.(?:h2|postgresql))?\\.sql");

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

    /** The number of the migration that a file takes back; empty if it takes none back. */
    static Optional<Integer> undoneBy(String file) {
        return Optional.of(FILE_NAME.matcher(file))
                .filter(Matcher::matches)
                .filter(name -> name.group(1).equals("U"))
                .map(name -> Integer.valueOf(name.group(2)));
    }

    /** The steps, such as {@code V001__x}, of which no file is for this database. */
    static SortedSet<String> without(Map<String, String> scripts, Dialect dialect) {
        String own = "." + dialect.name().toLowerCase(Locale.ROOT) + ".sql";
        SortedSet<String> steps = new TreeSet<>();
        SortedSet<String> served = new TreeSet<>();
        for (String file : scripts.keySet()) {
            String step = file.substring(0, file.indexOf('.'));
            steps.add(step);
            if (file.endsWith(own) || file.length() == step.length() + ".sql".length()) {
                served.add(step);
            }
        }
        steps.removeAll(served);
        return steps;
    }

    /** The tables that migrations make, of scripts that passed {@link #check}. */
    static SortedSet<String> tables(String module, Map<String, String> scripts) {
        SortedSet<String> tables = new TreeSet<>();
        scripts.forEach((file, text) -> {
            if (file.startsWith("V")) {
                tables.addAll(about(module, file, text));
            }
        });
        return tables;
    }

    /** Fails if a file is misnamed or doubled, holds a statement that is not for migrations, or names a table whose prefix is not the module's. */
    static void check(String module, Map<String, String> scripts) {
        Map<String, String> steps = new HashMap<>();
        scripts.forEach((file, text) -> {
            Matcher name = FILE_NAME.matcher(file);
            if (!name.matches()) {
                throw Refusal.because(
                        EntryNames.shown(file) + " is not named like V001__what.sql or U002__what.h2.sql");
            }
            String number = name.group(1) + Integer.parseInt(name.group(2));
            String other = steps.putIfAbsent(number, name.group(3));
            if (other != null && !other.equals(name.group(3))) {
                throw Refusal.because(
                        "two migrations have the number " + number + ": " + other + " and " + name.group(3));
            }
            about(module, file, text);
        });
    }

    private static Set<String> about(String module, String file, String text) {
        Set<String> made = new TreeSet<>();
        SqlPieces.of(file, text).forEach(pieces -> made.addAll(new SqlStatement(module, file, pieces).check()));
        return made;
    }

    /** What tells whether a migration was edited since it ran; empty if there is none of this number. */
    static Optional<String> checksum(Map<String, String> scripts, int version) {
        SortedMap<String, String> texts = new TreeMap<>();
        scripts.forEach((file, text) -> {
            Matcher name = FILE_NAME.matcher(file);
            if (name.matches() && name.group(1).equals("V") && Integer.parseInt(name.group(2)) == version) {
                texts.put(file, text.replace("\r\n", "\n"));
            }
        });
        return texts.isEmpty() ? Optional.empty() : Optional.of(sha256(texts.values()));
    }

    private static String sha256(Collection<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
