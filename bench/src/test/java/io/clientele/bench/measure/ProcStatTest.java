package io.clientele.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProcStatTest {
    @Test
    void times_and_parent_are_found_behind_a_name_with_blanks_and_brackets() {
        String line = "4711 (postgres: (wal) w 1) S 42 4711 4711 0 -1 4194560 10 20 30 40 "
                + "500 60 7000 800 20 0 3 0 148133 3133440 390 18446744073709551615";

        ProcStat stat = ProcStat.parse(line);

        assertThat(stat).isEqualTo(new ProcStat(4711, 42, 3, 560, 7800));
    }

    @Test
    void a_cut_off_line_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProcStat.parse("4711 (java) S 42 1"));
    }
}
