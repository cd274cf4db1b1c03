package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenRowsTest {
    private static final int KEYS = 10_000;

    @TempDir
    Path folder;

    /** Keys that begin alike, so that many of them seek the same place. */
    private static LongStream keys() {
        return LongStream.rangeClosed(1, KEYS).map(i -> i * 0x1_0000_0001L);
    }

    @Test
    void takes_more_keys_than_were_expected_and_forgets_none() throws IOException {
        SeenRows seen = new SeenRows(folder, 1);

        assertThat(keys().map(key -> seen.put(key, key + 1))).containsOnly(0L);

        assertThat(keys().allMatch(key -> seen.get(key) == key + 1)).isTrue();
        assertThat(keys().map(seen::count).boxed().toList())
                .isEqualTo(keys().map(key -> key + 2).boxed().toList());
    }

    @Test
    void leaves_nothing_in_the_folder() throws IOException {
        SeenRows seen = new SeenRows(folder, 1);
        keys().forEach(seen::count);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
