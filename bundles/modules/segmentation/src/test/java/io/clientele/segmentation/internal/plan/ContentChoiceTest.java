package io.clientele.segmentation.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentChoiceTest {
    private static Content piece(String key, List<String> channels, List<String> tags) {
        return new Content(key, "The " + key, "", channels, tags);
    }

    private static final ContentChoice CHOICE = new ContentChoice(List.of(
            piece("news", List.of(), List.of()),
            piece("tea", List.of("email"), List.of("Tea", "Gifts")),
            piece("gifts", List.of(), List.of("gifts")),
            piece("letter", List.of("post"), List.of())));

    @Test
    void what_shares_a_tag_comes_before_what_is_for_everybody() {
        assertThat(CHOICE.of("email", List.of("vip", "tea"))).contains(new Said("tea", "The tea", "Tea"));
        assertThat(CHOICE.of("email", List.of("vip"))).contains(new Said("news", "The news", null));
    }

    @Test
    void among_those_that_share_a_tag_the_order_counts() {
        assertThat(CHOICE.of("email", List.of("gifts"))).contains(new Said("tea", "The tea", "Gifts"));
    }

    @Test
    void what_does_not_suit_the_channel_is_passed_over() {
        assertThat(CHOICE.of("phone", List.of("tea", "gifts"))).contains(new Said("gifts", "The gifts", "gifts"));
        assertThat(CHOICE.of("post", List.of("tea"))).contains(new Said("news", "The news", null));
    }

    @Test
    void tags_are_compared_as_the_registry_does() {
        assertThat(CHOICE.of("email", List.of("ＴＥＡ"))).contains(new Said("tea", "The tea", "Tea"));
    }

    @Test
    void nothing_is_said_if_nothing_suits() {
        ContentChoice choice = new ContentChoice(
                List.of(piece("tea", List.of(), List.of("tea")), piece("letter", List.of("post"), List.of())));

        assertThat(choice.of("email", List.of("vip"))).isEmpty();
        assertThat(new ContentChoice(List.of()).of("email", List.of())).isEmpty();
    }
}
