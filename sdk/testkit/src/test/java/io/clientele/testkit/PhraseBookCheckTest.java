package io.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseBookCheckTest {
    private static final String SOURCE =
            """
            class Source {
                void says() {
                    throw new ConflictException("too-many", "There are " + MOST + " already");
                }
            }
            """;

    @TempDir
    Path bundle;

    private PhraseBookCheck of(String book) throws IOException {
        Path folder = Files.createDirectories(bundle.resolve("src/main/resources/META-INF/clientele"));
        Files.writeString(folder.resolve("phrases_zh.json"), book);
        Files.writeString(
                Files.createDirectories(bundle.resolve("src/main/java")).resolve("Source.java"), SOURCE);
        return PhraseBookCheck.of(bundle, "zh");
    }

    @Test
    void finds_nothing_wrong_with_a_book_that_tells_all() throws IOException {
        PhraseBookCheck check = of("{\"Too many\": \"太多\", \"There are {0} already\": \"已有 {0} 个\"}");

        assertThat(check.faults()).isEmpty();
    }

    @Test
    void tells_what_lacks_a_phrase_what_nobody_says_and_which_holes_differ() throws IOException {
        PhraseBookCheck check = of("{\"There are {0} now\": \"现有 {0} 个\", \"Too many\": \"太多 {0}\"}");

        assertThat(check.faults())
                .containsExactly(
                        "no phrase for the message: There are … already",
                        "a phrase that nobody says: There are {0} now",
                        "a translation with other holes: Too many");
    }
}
