package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    private final Phones phones = new Phones("CN");

    @ParameterizedTest
    @CsvSource({
        "13812345678,+8613812345678,",
        "+86 138-1234-5678,+8613812345678,",
        "0086 138 1234 5678,+8613812345678,",
        "86 13812345678,+8613812345678,",
        "(010) 6552-9988,+861065529988,",
        "021 6552 9988 ext. 12,+862165529988, ext. 12",
        "010-65529988转8001,+861065529988, ext. 8001",
        "010-65529988轉8001,+861065529988, ext. 8001",
        "010-65529988分机8001,+861065529988, ext. 8001",
        "400-050-0827,+864000500827,",
        "１３８１２３４５６７８,+8613812345678,",
        "17951 13812345678,+8613812345678,"
    })
    void brings_numbers_into_one_form(String entered, String key, String extension) {
        Phones.Canonical number = phones.read(entered);

        assertThat(number.key()).isEqualTo(key);
        assertThat(number.shown()).isEqualTo(extension == null ? key : key + " " + extension.strip());
    }

    @ParameterizedTest
    @CsvSource({"95588,95588", "110,110", "call the porter,call the porter"})
    void keeps_what_is_no_public_number_as_it_was_entered(String entered, String key) {
        Phones.Canonical number = phones.read(entered);

        assertThat(number).isEqualTo(new Phones.Canonical(entered, key));
    }

    @ParameterizedTest
    @CsvSource({"+861065529988 ext. 8001", "+8613812345678", "95588"})
    void reads_its_own_form_back(String shown) {
        assertThat(phones.read(shown).shown()).isEqualTo(shown);
    }

    /** The library reads what a person wrote; with spaces in it a number takes that way. */
    @ParameterizedTest
    @ValueSource(strings = {"86", "1", "44", "49", "33", "81", "852", "65", "61", "34", "31", "41", "46"})
    void tells_a_number_in_full_as_the_library_would(String code) {
        Random random = new Random(7);

        List<String> numbers = random.longs(3000, 1_000_000, 100_000_000_000L)
                .mapToObj(digits -> "+" + code + digits / (long) Math.pow(10, random.nextInt(4)))
                .toList();

        assertThat(numbers).allSatisfy(number -> assertThat(phones.read(number).key())
                .isEqualTo(phones.read(number + " ").key()));
    }
}
