package io.clientele.screens.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
    @TempDir
    Path folder;

    @Test
    void are_all_of_a_folder_and_those_below_but_no_tests_and_no_texts() throws IOException {
        Files.createDirectories(folder.resolve("demo"));
        write("page.js", "demo/dice.js", "page.test.js", "en.json");

        assertThat(Scripts.in(folder)).containsExactly("demo/dice.js", "page.js");
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "");
        }
    }
}
