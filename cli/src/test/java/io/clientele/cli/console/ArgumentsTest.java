package io.clientele.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Syntax SYNTAX = Syntax.of(1).values("--port", "--map").switches("--dry-run", "-f");

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), SYNTAX);
    }

    @Test
    void reads_values_after_a_blank_or_an_equals_sign() {
        assertThat(parse("--port", "8182").number("--port")).contains(8182L);
        assertThat(parse("--port=8182").number("--port")).contains(8182L);
    }

    @Test
    void keeps_an_equals_sign_within_a_value() {
        assertThat(parse("--map=E-Mail=email").values("--map")).containsExactly("E-Mail=email");
    }

    @Test
    void keeps_every_value_of_a_repeated_option_and_prefers_the_last() {
        Arguments arguments = parse("--map", "a=b", "--map", "c=d");

        assertThat(arguments.values("--map")).containsExactly("a=b", "c=d");
        assertThat(arguments.value("--map")).contains("c=d");
    }

    @Test
    void tells_switches_and_words_apart() {
        Arguments arguments = parse("-f", "file.csv", "--dry-run");

        assertThat(arguments.has("-f")).isTrue();
        assertThat(arguments.has("--dry-run")).isTrue();
        assertThat(arguments.word(0, "file")).isEqualTo("file.csv");
    }

    @Test
    void takes_everything_after_two_dashes_as_words() {
        assertThat(parse("--", "--port").word(0, "file")).isEqualTo("--port");
    }

    @Test
    void names_an_unknown_option() {
        assertThatThrownBy(() -> parse("--prot", "1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--prot");
    }

    @Test
    void names_an_option_without_its_value() {
        assertThatThrownBy(() -> parse("--port"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--port needs a value");
    }

    @Test
    void names_a_word_too_many_and_a_word_missing() {
        assertThatThrownBy(() -> parse("a", "b"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("\"b\"");
        assertThatThrownBy(() -> parse().word(0, "the file"))
                .isInstanceOf(UsageException.class)
                .hasMessage("the file is missing");
    }

    @Test
    void names_what_is_not_a_number() {
        assertThatThrownBy(() -> parse("--port", "many").number("--port"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("many");
    }

    @Test
    void reads_numbers_as_people_group_them() {
        assertThat(parse("1,000_000").number("N", "1,000_000")).isEqualTo(1_000_000);
    }
}
