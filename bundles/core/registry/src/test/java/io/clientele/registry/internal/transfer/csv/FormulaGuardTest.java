package io.clientele.registry.internal.transfer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.FormulaGuard;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+8613812345678",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                " =1",
                "\"=1",
                "\u3000=1",
                "'=1",
                "\uFEFF=1",
                "'",
                "''"
            })
    void puts_an_apostrophe_before_whatever_a_spreadsheet_could_calculate(String value) {
        assertThat(FormulaGuard.close(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna", "王小明", "a=b", "12", "O'Neill", "1-2"})
    void leaves_other_values_alone(String value) {
        assertThat(FormulaGuard.close(value)).isEqualTo(value);
    }

    @Test
    void leaves_an_apostrophe_that_people_wrote() {
        assertThat(FormulaGuard.open("'tis")).isEqualTo("'tis");
        assertThat(FormulaGuard.open("'")).isEqualTo("'");
    }

    @Property
    void gives_back_every_value(@ForAll("values") String value) {
        assertThat(FormulaGuard.open(FormulaGuard.close(value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars("'\"=+-@\t\r\n ＝＠\u3000\uFEFFaé中1")
                .ofMaxLength(6);
    }
}
