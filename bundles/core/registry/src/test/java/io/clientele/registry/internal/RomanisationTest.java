package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisationTest {
    private final Romanisation romanisation = new Romanisation();

    @ParameterizedTest
    @CsvSource({
        "单雄信,shan xiong xin",
        "曾国藩,zeng guo fan",
        "仇和,qiu he",
        "解缙,xie jin",
        "查良镛,zha liang yong",
        "区伟,ou wei",
        "朴正,pu zheng",
        "尉迟恭,yu chi gong",
        "万俟卨,mo qi xie",
        "盖叫天,ge jiao tian",
        "乐嘉,yue jia",
        "翟天临,zhai tian lin",
        "吕布,lu bu"
    })
    void reads_surnames_as_surnames(String name, String roman) {
        assertThat(romanisation.romanise(name)).isEqualTo(roman);
    }

    @ParameterizedTest
    @CsvSource({
        "Müller & Söhne GmbH,muller & sohne gmbh",
        "Łódź,lodz",
        "Владимир Путин,vladimir putin",
        "Γιώργος,giorgos",
        "김철수,gimcheolsu",
        "Đặng Văn,dang van",
        "IBM中国,ibm zhong guo",
        "中国 IBM,zhong guo ibm",
        "ＡＢＣ　公司,abc gong si",
        "Zoë O'Neill,zoe o'neill"
    })
    void folds_every_script_to_lower_case_latin(String name, String roman) {
        assertThat(romanisation.romanise(name)).isEqualTo(roman);
    }

    @ParameterizedTest
    @CsvSource({"王小明", "令狐冲", "澹台灭明", "长孙无忌", "李令", "长江实业", "王长孙", "欧阳修", "重庆", "上海浦东发展银行"})
    void reads_character_by_character_what_icu_reads_at_once(String name) {
        Transliterator icu = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

        assertThat(romanisation.romanise(name))
                .isEqualTo(icu.transliterate(name).strip());
        assertThat(romanisation.romanise(name))
                .as("from memory")
                .isEqualTo(icu.transliterate(name).strip());
    }

    @Test
    void keeps_the_spaces_single_and_none_at_the_ends() {
        assertThat(romanisation.romanise("  Ada   王  ")).isEqualTo("ada wang");
    }
}
