package io.clientele.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    private final Phrases phrases = new Phrases();

    private void know(String... englishAndTold) {
        List<Phrase> known = new java.util.ArrayList<>();
        for (int i = 0; i < englishAndTold.length; i += 2) {
            known.add(Phrase.of(englishAndTold[i], englishAndTold[i + 1]));
        }
        phrases.add(new PhraseBook("test", "zh", known));
    }

    private String told(String message) {
        return phrases.speechFor("zh").tell(message);
    }

    @Test
    void what_stands_in_holes_is_put_where_the_other_language_wants_it() {
        know("At most {0} facts of {1} customers", "最多 {1} 位客户的 {0} 个字段");

        assertThat(told("At most 5 facts of 20 customers")).isEqualTo("最多 20 位客户的 5 个字段");
        assertThat(told("At most 5 facts of  customers")).isEqualTo("At most 5 facts of  customers");
        assertThat(told("At most 5 facts")).isEqualTo("At most 5 facts");
    }

    @Test
    void what_no_phrase_says_stays_english() {
        know("Say why", "请说明原因");

        assertThat(told("Say why not")).isEqualTo("Say why not");
        assertThat(told("")).isEmpty();
    }

    @Test
    void values_are_told_as_they_are_even_if_they_look_like_phrases_or_holes() {
        know("There is no field {0}", "没有字段 {0}", "Say why", "请说明原因");

        assertThat(told("There is no field Say why")).isEqualTo("没有字段 Say why");
        assertThat(told("There is no field {0}")).isEqualTo("没有字段 {0}");
        assertThat(told("There is no field $1\\")).isEqualTo("没有字段 $1\\");
    }

    @Test
    void a_message_inside_of_a_message_is_told_too() {
        know("position {0}: {1}", "位置 {0}：{1:phrase}", "{0} is no date", "{0} 不是日期");

        assertThat(told("position 5: 'x' is no date")).isEqualTo("位置 5：'x' 不是日期");
        assertThat(told("position 5: odd")).isEqualTo("位置 5：odd");
    }

    @Test
    void what_introduces_a_message_leaves_all_of_it_to_that() {
        know(
                "position {0}: {1}",
                "位置 {0}：{1:phrase}",
                "{0} is no date; for example {1}",
                "{0} 不是日期；例如 {1:phrase}",
                "{0}, or {1} for {2} days ago",
                "{0}，或用 {1} 表示 {2} 天前");

        assertThat(told("position 5: 'a' is no date; for example b==1, or b==-P9D for 9 days ago"))
                .isEqualTo("位置 5：'a' 不是日期；例如 b==1，或用 b==-P9D 表示 9 天前");
    }

    @Test
    void no_blank_stands_between_words_without_blanks() {
        know(
                "{0} belongs to another customer",
                "{0:phrase} 属于其他客户",
                "One of them",
                "其中一个",
                "There is no {0} {1}",
                "找不到 {0:phrase} {1}",
                "owner",
                "负责人");

        assertThat(told("One of them belongs to another customer")).isEqualTo("其中一个属于其他客户");
        assertThat(told("crm:7 belongs to another customer")).isEqualTo("crm:7 属于其他客户");
        assertThat(told("There is no owner Ann")).isEqualTo("找不到负责人 Ann");
    }

    @Test
    void messages_in_a_row_are_told_one_by_one_if_all_of_them_can_be() {
        know("is missing", "此项必填", "holds more than {0}", "多于 {0} 项");

        assertThat(told("is missing; holds more than 5")).isEqualTo("此项必填；多于 5 项");
        assertThat(told("is missing; is odd")).isEqualTo("is missing; is odd");
    }

    @Test
    void of_phrases_that_fit_the_one_that_says_most_counts() {
        know(
                "There is no {0} {1}",
                "找不到 {0} {1}",
                "There is no parked event {0}",
                "找不到搁置事件 {0}",
                "{0} belongs to another customer",
                "{0} 属于其他客户");

        assertThat(told("There is no parked event 7")).isEqualTo("找不到搁置事件 7");
        assertThat(told("There is no feed sales")).isEqualTo("找不到 feed sales");
        assertThat(told("There is no x belongs to another customer")).isEqualTo("There is no x 属于其他客户");
    }

    @Test
    void of_phrases_that_say_the_same_the_first_counts_until_its_book_goes() {
        PhraseBook first =
                new PhraseBook("a", "zh", List.of(Phrase.of("Say why", "一"), Phrase.of("At most {0}", "至多 {0}")));
        phrases.add(first);
        phrases.add(new PhraseBook("b", "zh", List.of(Phrase.of("Say why", "二"), Phrase.of("At most {0}", "最多 {0}"))));

        assertThat(told("Say why")).isEqualTo("一");
        assertThat(told("At most 2")).isEqualTo("至多 2");

        phrases.remove(first);

        assertThat(told("Say why")).isEqualTo("二");
        assertThat(told("At most 2")).isEqualTo("最多 2");
    }

    @Test
    void a_message_that_is_endless_or_nested_without_end_stays_english_at_last() {
        know("because {0}", "因为{0:phrase}");

        assertThat(told("because because because because because of it")).isEqualTo("因为因为因为因为because of it");
        assertThat(told("because " + "x".repeat(5_000))).startsWith("because");
        assertThat(told("is odd; ".repeat(400))).startsWith("is odd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        At most {0}       | 最多              | the same holes
        At most           | 最多 {0}          | the same holes
        {0}{1} is odd now | {0}{1}            | nothing parts
        {0} and {0} too   | {0}               | once
        {0:phrase} is odd | {0}               | once
        {0}: {1}          | {0}：{1}          | too little
        {0} is            | {0} 是            | too little
        """)
    void a_phrase_that_would_mislead_is_refused(String english, String told, String reason) {
        assertThatThrownBy(() -> Phrase.of(english, told))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
