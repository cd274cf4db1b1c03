package io.clientele.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;

/** Reads a whole enterprise and keeps nothing of it but the number of lines. Run in a JVM of its own. */
final class CountedLines {
    private CountedLines() {}

    public static void main(String[] words) throws IOException {
        Enterprise enterprise = new Enterprise(1, Long.parseLong(words[0]), LocalDate.of(2026, 11, 1));
        byte[] buffer = new byte[8192];
        for (Section section : DemoCommand.sections(enterprise)) {
            long lines = 0;
            try (InputStream in = new CsvStream(section, enterprise.customers(), reached -> {})) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    for (int i = 0; i < read; i++) {
                        lines += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
            System.out.println(section.kind() + " " + lines);
        }
    }
}
