package io.clientele.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
    private static final FileTime BUILT = FileTime.fromMillis(2_000_000);

    @TempDir
    Path root;

    @BeforeEach
    void old() throws IOException {
        touch("bundles/a/pom.xml", 1_000_000);
        touch("bundles/a/src/A.java", 1_000_000);
    }

    private void touch(String path, long millis) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    private boolean changed() throws IOException {
        return new SourceTree(root).changedSince(BUILT, List.of("bundles", "pom.xml", "missing"));
    }

    @Test
    void says_no_when_every_source_is_older() throws IOException {
        assertThat(changed()).isFalse();
    }

    @Test
    void sees_a_newer_source_however_deep() throws IOException {
        touch("bundles/a/src/deep/B.java", 3_000_000);

        assertThat(changed()).isTrue();
    }

    @Test
    void does_not_take_what_was_built_for_a_source() throws IOException {
        touch("bundles/a/target/A.class", 3_000_000);

        assertThat(changed()).isFalse();
    }
}
