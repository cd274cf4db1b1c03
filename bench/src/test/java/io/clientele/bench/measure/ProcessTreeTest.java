package io.clientele.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {
    @TempDir
    Path proc;

    @Test
    void a_tree_is_charged_with_its_living_members_and_its_ended_children() throws IOException {
        process(10, 1, 1, "100 0 30 20");
        process(11, 10, 8, "7 3 0 0");
        process(12, 11, 1, "1 1 0 0");
        process(99, 1, 1, "5000 0 0 0");

        ProcessTree tree = new ProcessTree(proc, 10);

        assertThat(tree.pids()).containsExactly(10L, 11L, 12L);
        // In ticks of 10 ms: 100 + 50 of ended children, 10, 2.
        assertThat(tree.cpuNanos()).isEqualTo(1_620_000_000L);
    }

    @Test
    void a_process_of_one_thread_is_counted_in_nanoseconds() throws IOException {
        process(10, 1, 1, "100 0 2 0");
        Files.writeString(proc.resolve("10/schedstat"), "1004567890 12 3\n");

        assertThat(new ProcessTree(proc, 10).cpuNanos()).isEqualTo(1_024_567_890L);
    }

    @Test
    void what_has_ended_costs_nothing_more() {
        assertThat(new ProcessTree(proc, 10).cpuNanos()).isZero();
    }

    private void process(long pid, long parent, int threads, String times) throws IOException {
        Path directory = Files.createDirectory(proc.resolve(String.valueOf(pid)));
        Files.writeString(
                directory.resolve("stat"),
                pid + " (x) S " + parent + " 0 0 0 -1 0 0 0 0 0 " + times + " 20 0 " + threads + " 0 1 1 1\n");
    }
}
