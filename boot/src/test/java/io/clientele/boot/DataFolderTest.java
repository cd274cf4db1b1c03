package io.clientele.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_second_server_is_refused_and_told_which_process_has_the_folder() throws Exception {
        Process first = holder();
        try {
            assertThatThrownBy(() -> DataFolder.hold(folder))
                    .isInstanceOf(DataFolder.InUseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + first.pid() + ",");
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void the_lock_of_a_killed_process_hinders_nobody() throws Exception {
        Process first = holder();
        first.destroyForcibly().onExit().join();

        try (DataFolder held = DataFolder.hold(folder)) {
            assertThat(held).isNotNull();
            assertThat(folder.resolve(DataFolder.LOCK))
                    .hasContent(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void one_process_holds_it_once_and_again_after_it_let_go() throws Exception {
        try (DataFolder held = DataFolder.hold(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataFolder.hold(folder)).isInstanceOf(DataFolder.InUseException.class);
        }
        try (DataFolder again = DataFolder.hold(folder)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.hold(file.resolve("data")))
                .isInstanceOf(DataFolder.UnusableException.class)
                .hasMessageContaining(file.toString());
    }

    /** Another process that has the folder by the time this returns. */
    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    /** Holds a folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] words) throws Exception {
            DataFolder held = DataFolder.hold(Path.of(words[0]));
            System.out.println("held");
            Thread.currentThread().join();
            held.close();
        }
    }
}
