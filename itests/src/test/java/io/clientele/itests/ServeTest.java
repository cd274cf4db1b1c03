package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/serve} says when it cannot even start a Java. */
class ServeTest {
    private static final Path SERVE =
            Path.of(System.getProperty("clientele.root", ".."), "karaf-assembly/target/assembly/bin/serve");

    @TempDir
    Path work;

    @Test
    void says_that_there_is_no_java() throws IOException, InterruptedException {
        Ended ended = serve(work.resolve("nowhere"), work.resolve("data"));

        assertThat(ended.code()).as(ended.console()).isEqualTo(78);
        assertThat(ended.console()).contains("no Java at " + work.resolve("nowhere/bin/java"), "JAVA_HOME");
        assertThat(work.resolve("data")).doesNotExist();
    }

    @Test
    void says_that_its_java_is_too_old() throws IOException, InterruptedException {
        Path old = work.resolve("jdk 11");
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.createFile(java, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        Ended ended = serve(old, work.resolve("data"));

        assertThat(ended.code()).as(ended.console()).isEqualTo(78);
        assertThat(ended.console()).contains("Java 11 at " + java + " is too old");
    }

    @Test
    void says_that_its_data_folder_cannot_be_used() throws IOException, InterruptedException {
        Path file = Files.createFile(work.resolve("data"));

        Ended ended = serve(Path.of(System.getProperty("java.home")), file);

        assertThat(ended.code()).as(ended.console()).isEqualTo(70);
        assertThat(ended.console()).contains("The data folder " + file + " cannot be used", "CLIENTELE_DATA");
    }

    private record Ended(int code, String console) {}

    private Ended serve(Path java, Path data) throws IOException, InterruptedException {
        Path console = work.resolve("console.log");
        ProcessBuilder builder = new ProcessBuilder(SERVE.toString());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("CLIENTELE_DATA", data.toString());
        int code = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start()
                .waitFor();
        return new Ended(code, Files.readString(console));
    }
}
