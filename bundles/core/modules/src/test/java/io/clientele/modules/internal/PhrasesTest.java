package io.clientele.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.PhraseBookCheck;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void the_book_tells_what_the_source_says() {
        PhraseBookCheck check = PhraseBookCheck.of("zh")
                .saidBy(
                        "because",
                        "found.add",
                        "StepFailedException.of",
                        "StepFailedException.hung",
                        "Drift",
                        "Optional.of");

        assertThat(check.faults()).isEmpty();
    }
}
