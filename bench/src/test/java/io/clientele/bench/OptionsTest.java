package io.clientele.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bench can be asked for. */
class OptionsTest {
    @Test
    void refuses_a_scenario_that_there_is_not() {
        assertThatThrownBy(() -> Options.parse(new String[] {"--only", "read,reed"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown scenario reed");
    }

    @Test
    void tells_every_scenario() {
        List<String> scenarios = new ArrayList<>(Suite.scenariosOfAll());
        scenarios.addAll(Suite.CONTROL.scenarios());

        assertThat(Options.USAGE.split("[\\s]+")).containsAll(scenarios);
        assertThat(scenarios).doesNotHaveDuplicates();
        assertThat(Options.parse(new String[] {"--only", String.join(",", scenarios)})
                        .only())
                .containsExactlyElementsOf(scenarios);
    }
}
