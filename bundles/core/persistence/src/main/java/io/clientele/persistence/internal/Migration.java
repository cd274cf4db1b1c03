package io.clientele.persistence.internal;

import io.clientele.persistence.Dialect;
import io.clientele.persistence.MigrationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a bundle's tables, in one text for both databases or one for each.
 *
 * @param texts by file name, in their order
 */
record Migration(int version, String name, SortedMap<String, String> texts) {
    /** Where a bundle keeps its migrations. */
    static final String FOLDER = "META-INF/clientele/migrations";

    private static final Pattern UNDO_NAME = Pattern.compile("U(\\d{1,6}__[a-z0-9_]+(?:\\.(?:h2|postgresql))?\\.sql)");
    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{1,6})__([a-z0-9_]+)(?:\\.(h2|postgresql))?\\.sql");

    /** Sorts files into migrations; a name that does not say its version is refused rather than left out. */
    static List<Migration> of(Map<String, String> files) {
        SortedMap<Integer, Migration> found = new TreeMap<>();
        new TreeMap<>(files).forEach((file, text) -> {
            if (UNDO_NAME.matcher(file).matches()) {
                return;
            }
            Matcher parts = FILE_NAME.matcher(file);
            if (!parts.matches()) {
                throw new MigrationException(file + " is not named like V001__what.sql or V001__what.h2.sql");
            }
            int version = Integer.parseInt(parts.group(1));
            Migration migration =
                    found.computeIfAbsent(version, v -> new Migration(v, parts.group(2), new TreeMap<>()));
            if (!migration.name.equals(parts.group(2))) {
                throw new MigrationException("There are two migrations with the number " + version);
            }
            migration.texts.put(file, text.replace("\r\n", "\n"));
        });
        return new ArrayList<>(found.values());
    }

    /** Sorts undo scripts, {@code U001__what.sql} beside {@code V001__what.sql}, into the steps that take migrations back. */
    static List<Migration> undoing(Map<String, String> files) {
        Map<String, String> scripts = new TreeMap<>();
        files.forEach((file, text) -> {
            Matcher parts = UNDO_NAME.matcher(file);
            if (parts.matches()) {
                scripts.put("V" + parts.group(1), text);
            }
        });
        return of(scripts);
    }

    /** The statements for one database, in order. */
    List<String> statements(Dialect dialect) {
        String suffix = "." + dialect.name().toLowerCase(Locale.ROOT) + ".sql";
        String general = null;
        for (Map.Entry<String, String> each : texts.entrySet()) {
            if (each.getKey().endsWith(suffix)) {
                return SqlScript.statements(each.getValue());
            }
            if (each.getKey().indexOf('.') == each.getKey().length() - ".sql".length()) {
                general = each.getValue();
            }
        }
        if (general == null) {
            throw new MigrationException(label() + " has no text for " + dialect);
        }
        return SqlScript.statements(general);
    }

    /** The same on every database, so that an edit is noticed wherever it is tried first. */
    String checksum() {
        return checksum(new ArrayList<>(texts.values()));
    }

    static String checksum(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** How it is spoken of. */
    String label() {
        return String.format(Locale.ROOT, "V%03d__%s", version, name);
    }
}
