package io.clientele.modules.internal.archive;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of entries that mean one place inside the archive on every system, and no two the same. */
final class EntryNames {
    private static final int LONGEST = 512;
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]|%2[eEfF]|%5[cC]|%00");

    private EntryNames() {}

    static void check(List<ZipDirectory.Entry> entries) {
        Set<String> seen = new HashSet<>();
        for (ZipDirectory.Entry entry : entries) {
            String name = entry.name();
            checkPlace(name);
            String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            if (!seen.add(Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))) {
                throw Refusal.because("two entries are called " + shown(name) + " on some systems");
            }
        }
    }

    private static void checkPlace(String name) {
        if (name.isEmpty() || name.length() > LONGEST || ODD.matcher(name).find()) {
            throw Refusal.because("the name of an entry is empty, too long or holds an odd character: " + shown(name));
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.endsWith(".") || part.endsWith(" ")) {
                throw Refusal.because("the name of an entry leads somewhere else: " + shown(name));
            }
        }
    }

    /** A name fit for a message. */
    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }
}
