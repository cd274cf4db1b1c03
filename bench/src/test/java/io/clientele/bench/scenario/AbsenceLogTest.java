package io.clientele.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AbsenceLogTest {
    @Test
    void the_parts_of_all_absences_are_told_one_by_one() {
        Stream<String> log = Stream.of(
                "2026-11-29T05:18:11.405Z INFO  clientele-modules Swap  swapped was away for 20 ms: stop 1, tables back 2, start 4",
                "2026-11-29T05:18:11.405Z INFO  clientele-modules Swap  swapped was away for 9 ms: stop 3, start 6",
                "something else");

        assertThat(AbsenceLog.told(log))
                .isEqualTo("absences were spent on, in ms: stop 2 (p99 3), tables back 2 (p99 2), start 5 (p99 6)");
    }
}
