package io.clientele.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Texts that make careless programs run what they should only read: expressions of many languages, SQL, paths, odd characters. */
public final class HostileTexts {
    private HostileTexts() {}

    /** All of them, more than 200, none twice. */
    public static List<String> all() {
        try (InputStream file = Objects.requireNonNull(HostileTexts.class.getResourceAsStream("hostile.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isEmpty()).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
