package io.clientele.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void present_and_peak_are_read_from_the_status_file() {
        List<String> status =
                List.of("Name:\tjava", "VmPeak:\t 9999999 kB", "VmHWM:\t  401408 kB", "VmRSS:\t  300000 kB");

        assertThat(Memory.parse(status)).isEqualTo(new Memory(300_000, 401_408));
    }
}
