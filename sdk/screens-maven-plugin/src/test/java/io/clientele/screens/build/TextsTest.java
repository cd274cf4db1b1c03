package io.clientele.screens.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
    @TempDir
    private Path folder;

    @Test
    void names_what_one_language_lacks_and_what_no_language_has() throws IOException {
        Path english = write("en.json", "{\"a\": \"A\", \"b\": \"B\"}");
        Path chinese = write("zh.json", "{\"a\": \"甲\"}");
        Path script = write("x.js", "html`${this.t('a')} ${t('c.d', {n: 1})} ${list.at('nothing')} ${t(`e.${f}`)}`");

        List<String> faults = Texts.faults(List.of(english, chinese), List.of(script));

        assertThat(faults).containsExactly(english + " has no c.d", chinese + " has no b", chinese + " has no c.d");
    }

    @Test
    void is_content_when_all_is_there() throws IOException {
        Path english = write("en.json", "{\"a\": \"A\"}");
        Path chinese = write("zh.json", "{\"a\": \"甲\"}");

        assertThat(Texts.faults(List.of(english, chinese), List.of())).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
