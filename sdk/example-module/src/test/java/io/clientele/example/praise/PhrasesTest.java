package io.clientele.example.praise;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.PhraseBookCheck;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final PhraseBookCheck check = PhraseBookCheck.of("zh");

    @Test
    void every_refusal_can_be_told_in_chinese() {
        assertThat(check.messagesWithoutPhrase()).isEmpty();
    }

    @Test
    void every_phrase_is_of_a_refusal_and_keeps_its_values() {
        assertThat(check.phrasesThatNobodySays()).isEmpty();
        assertThat(check.phrasesWithOtherHoles()).isEmpty();
    }
}
