package io.clientele.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list that lies beside this class: one entry a line, its parts separated by tabs. */
final class WordList {
    private final List<List<String>> entries;

    private WordList(List<List<String>> entries) {
        this.entries = entries;
    }

    static WordList read(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException(name + ".txt is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new WordList(
                    reader.lines().map(line -> List.of(line.split("\t", -1))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> pick(Dice dice) {
        return dice.pick(entries);
    }

    /** The entries at the beginning of the list come most often, as common surnames do. */
    List<String> pickCommon(Dice dice) {
        return entries.get(dice.skewed(entries.size()));
    }
}
