package io.clientele.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedLanguagesTest {
    private static final List<String> OFFERED = List.of("en", "zh");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        zh                          | zh
        zh-CN                       | zh
        ZH-hans-cn                  | zh
        en                          | en
        en-GB, zh;q=0.9             | en
        zh-CN,zh;q=0.9,en;q=0.8     | zh
        en;q=0.3, zh;q=0.7          | zh
        de, zh;q=0.5                | zh
        de, fr;q=0.5                | en
        de, *;q=0.5                 | en
        zh;q=0.2, *;q=0.5           | en
        zh;q=0                      | en
        en;q=0, *                   | zh
        zh;q=0, en;q=0, *           | en
        zh ; q=1.000                | zh
        zh;q=0.5, en;q=0.5          | zh
        zh;q=1.5, en;q=0.1          | en
        zh;q=much                   | en
        ;q=, ,,-                    | en
        zhuang                      | en
        """)
    void the_language_that_is_wanted_most_is_spoken(String header, String spoken) {
        assertThat(AcceptedLanguages.best(header, OFFERED)).isEqualTo(spoken);
    }

    @Test
    void an_endless_list_is_read_as_far_as_it_makes_sense() {
        assertThat(AcceptedLanguages.best("zh,".repeat(3_000), OFFERED)).isEqualTo("zh");
        assertThat(AcceptedLanguages.best("*,".repeat(3_000), OFFERED)).isEqualTo("en");
    }
}
