package io.clientele.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FullDiskTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_device_without_space_is_one_however_deep() {
        Throwable full = Assertions.catchThrowable(() -> Files.writeString(Path.of("/dev/full"), "more"));

        assertThat(FullDisk.isAtBottomOf(full)).as(String.valueOf(full)).isTrue();
        assertThat(FullDisk.isAtBottomOf(new UncheckedIOException("upload", new IOException(full))))
                .isTrue();
    }

    @Test
    void another_failure_is_none() {
        assertThat(FullDisk.isAtBottomOf(new UncheckedIOException(new IOException("Broken pipe"))))
                .isFalse();
        assertThat(FullDisk.isAtBottomOf(new IllegalStateException())).isFalse();
    }
}
