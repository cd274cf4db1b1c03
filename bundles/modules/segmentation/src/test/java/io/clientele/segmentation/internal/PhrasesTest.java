package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.PhraseBookCheck;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final PhraseBookCheck check = PhraseBookCheck.of("zh").saidBy("require", "this.add");

    @Test
    void every_message_has_a_phrase() {
        assertThat(check.messagesWithoutPhrase()).isEmpty();
    }

    @Test
    void every_phrase_is_of_a_message_that_is_said() {
        assertThat(check.phrasesThatNobodySays()).isEmpty();
    }

    @Test
    void every_phrase_has_the_holes_of_its_message() {
        assertThat(check.phrasesWithOtherHoles()).isEmpty();
    }
}
