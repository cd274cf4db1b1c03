package io.clientele.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailTest {
    @TempDir
    Path directory;

    private Path log() {
        return directory.resolve("clientele.log");
    }

    @Test
    void shows_the_last_lines_whole() throws IOException {
        Files.writeString(log(), "one\ntwo\nthree\n");

        assertThat(new Tail(log()).last(2)).isEqualTo("two\nthree\n");
        assertThat(new Tail(log()).last(9)).isEqualTo("one\ntwo\nthree\n");
        assertThat(new Tail(directory.resolve("missing")).last(2)).isEmpty();
    }

    @Test
    void goes_on_where_it_was_and_starts_again_after_a_roll_over() throws IOException {
        Files.writeString(log(), "one\ntwo\n");
        Tail tail = new Tail(log());
        tail.last(1);
        ByteArrayOutputStream copied = new ByteArrayOutputStream();

        Files.writeString(log(), "three\n", StandardOpenOption.APPEND);
        tail.copyNew(copied);
        Files.writeString(log(), "new\n");
        tail.copyNew(copied);

        assertThat(copied.toString(StandardCharsets.UTF_8)).isEqualTo("three\nnew\n");
    }
}
