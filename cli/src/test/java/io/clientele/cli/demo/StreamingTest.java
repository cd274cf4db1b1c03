package io.clientele.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamingTest {
    @Test
    void makes_a_million_customers_within_a_heap_that_could_not_hold_a_hundredth_of_them()
            throws IOException, InterruptedException {
        List<String> lines = count(1_000_000);

        assertThat(lines).hasSize(4).first().isEqualTo("customers 1000001");
        assertThat(lines.get(3)).matches("purchases \\d{7}");
    }

    private static List<String> count(int customers) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx8m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountedLines.class.getName(),
                        Integer.toString(customers))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
