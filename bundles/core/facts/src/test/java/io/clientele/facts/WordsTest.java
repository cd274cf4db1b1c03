package io.clientele.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WordsTest {

    @Example
    void keeps_letters_and_digits_in_lower_case_with_single_spaces_between() {
        assertThat(Words.normalise("  Ann-Marie  O'LEE, 50% ")).isEqualTo("ann marie o lee 50");
        assertThat(Words.normalise("a.b@Example.com")).isEqualTo("a b example com");
        assertThat(Words.normalise("1e5 -1 3.14")).isEqualTo("1e5 1 3 14");
        assertThat(Words.normalise("?!")).isEmpty();
    }

    @Example
    void makes_each_han_character_a_word() {
        assertThat(Words.normalise("上海Trade贸易2026")).isEqualTo("上 海 trade 贸 易 2026");
        assertThat(Words.normalise("\uD840\uDC00x")).isEqualTo("\uD840\uDC00 x");
    }

    @Example
    void brings_full_width_forms_and_ligatures_to_plain_ones() {
        assertThat(Words.normalise("ＡＢＣ１ ﬁne")).isEqualTo("abc1 fine");
        assertThat(Words.normalise("İstanbul")).isEqualTo(Words.normalise("i̇stanbul"));
    }

    @Example
    void cuts_words_that_are_too_long_for_an_index() {
        assertThat(Words.normalise("x".repeat(5_000) + " y")).isEqualTo("x".repeat(64) + " y");
    }

    @Property(tries = 2_000)
    void normalising_twice_changes_nothing_more(@ForAll String text) {
        String once = Words.normalise(text);

        assertThat(Words.normalise(once)).isEqualTo(once);
    }

    @Property(tries = 2_000)
    void nothing_but_words_and_single_spaces_is_left(@ForAll String text) {
        String words = Words.normalise(text);

        assertThat(words)
                .doesNotContain("  ", "'", "\\", "%", "_", "&", "|", ":", "*")
                .isEqualTo(words.strip());
        assertThat(words.toLowerCase(Locale.ROOT)).isEqualTo(words);
    }
}
