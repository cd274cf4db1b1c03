package io.clientele.registry.internal.transfer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01",
                "20260301",
                "01.03.2026",
                "1.3.2026",
                "2026/3/1",
                "2026.03.01",
                "2026年3月1日",
                "3/1/2026",
                "2026-03-01T10:00:00",
                "2026-03-01 10:00"
            })
    void reads_dates_as_files_write_them(String text) {
        assertThat(new Dates(false).date(text)).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void reads_slashes_in_the_order_of_the_file() {
        assertThat(new Dates(true).date("3/1/2026")).contains(LocalDate.of(2026, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2026-02-30", "13/13/2026", "3/1/26", "123456789", "2026-3", "2026-3-1-5", "１/２/2026"})
    void takes_nothing_else_for_a_date(String text) {
        assertThat(new Dates(false).date(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z,2026-03-01T10:00:00Z",
        "2026-03-01T18:00:00+08:00,2026-03-01T10:00:00Z",
        "2026-03-01 10:00,2026-03-01T10:00:00Z",
        "01.03.2026,2026-03-01T00:00:00Z",
        "2026/3/1 9:05,2026-03-01T09:05:00Z",
        "3/1/2026 19:05:30,2026-03-01T19:05:30Z",
        "1.3.2026 9:05,2026-03-01T09:05:00Z",
        "2026-03-01 9:05-05:00,2026-03-01T14:05:00Z"
    })
    void reads_moments(String text, Instant moment) {
        assertThat(new Dates(false).instant(text)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1",
                "-12.50|-12.50",
                "1,234.50|1234.50",
                "$ 29.33|29.33",
                "¥1,234,567|1234567",
                "+3|3",
                ".5|0.5",
                "007|7"
            })
    void reads_numbers_with_a_point(String text, BigDecimal number) {
        assertThat(new Numbers(false).number(text)).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,5|1.5", "1.234,50|1234.50", "29,33 €|29.33", "1.234|1234"})
    void reads_numbers_with_a_comma(String text, BigDecimal number) {
        assertThat(new Numbers(true).number(text)).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5 3.500 4.500 5.500|true",
                "1.234,56 3.500 3.500|true",
                "1,234 1,234 1.5|false",
                "1,234€ 2,500€ 3.5€|false",
                "12,50€ 3.500€ 4.500€|true",
                "1.234.567|true",
                "1,234,567|false",
                "3.500 4.500|false"
            })
    void tells_the_sign_before_fractions_by_values_that_can_be_read_in_one_way_only(String texts, boolean comma) {
        assertThat(Numbers.tell(List.of(texts.split(" ", -1))).decimalComma()).isEqualTo(comma);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "1,23",
                "1,2345",
                "1.2.3",
                "1e5",
                "12,34,56",
                "NaN",
                "--1",
                "1-",
                "１２",
                "99999999999999999999999999999999999999999"
            })
    void takes_nothing_else_for_a_number(String text) {
        assertThat(new Numbers(false).number(text)).isEmpty();
    }

    @Property
    void gives_back_every_list(@ForAll List<@NotBlank @CharRange(from = ' ', to = '~') String> texts) {
        List<String> stripped = texts.stream().map(String::strip).toList();

        assertThat(Lists.split(Lists.join(stripped))).isEqualTo(stripped);
    }
}
