package io.clientele.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.kernel.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterFaultsTest {
    private final Catalogue catalogue = Samples.catalogue().current();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nane==a | 1 | did you mean name?",
                "(name==a;City==上海) | 10 | did you mean address.city?",
                "宽==1 | 1 | GET /api/v1/facts lists them all",
                "name==上海;nane==a | 10 | did you mean name?",
                "name==\uD840\uDC00;nane==a | 9 | did you mean name?",
                "name=lte=a | 5 | did you mean =lt=?",
                "name=like=a | 5 | use one of == !=",
                "name=a | 5 | did you mean ==?",
                "name | 5 | one of == !=",
                "name( | 5 | one of == !=",
                "search==lee | 7 | use one of =null= =text=",
                "active=gt=true | 7 | use one of == != =null=",
                "name== | 7 | a value is expected",
                "name==; | 7 | a value is expected",
                "name=='abc | 7 | never closed; add '",
                "name==abc\\ | 10 | nothing follows this backslash",
                "name==Ann Lee | 11 | as in name=='Ann Lee'",
                "name==a*b | 8 | a star stands at the end only",
                "name=lt=a* | 9 | == and !=",
                "name=in=(a*) | 10 | == and !=",
                "(name==a | 1 | never closed; add )",
                "name==a) | 8 | no parenthesis open",
                "name=in=(a,b | 9 | never closed; add )",
                "name==(a,b) | 7 | use =in=",
                "name==a;; | 9 | name of a fact is expected",
                "score==12x | 8 | score==12.50",
                "score==1e5 | 8 | is no number",
                "score==1. | 8 | is no number",
                "score==- | 8 | is no number",
                "active==yes | 9 | active==true",
                "name=null=maybe | 11 | name=null=true",
                "born==2026-02-30 | 7 | born==-P30D for 30 days ago",
                "born==-PT8H | 7 | is no date",
                "born==P99999Y | 7 | is no date",
                "createdAt=ge=2026-03-01T10:00 | 14 | createdAt=ge=2026-03-01T10:00:00Z",
                "createdAt=ge=yesterday | 14 | createdAt=ge=-PT8H for 8 hours ago",
                "createdAt=ge=+999999-01-01T00:00Z | 14 | is no moment",
                "account==12 | 10 | is no id",
                "search=text='!?' | 13 | no letter and no digit",
            })
    void names_the_position_and_what_would_be_right(String filter, int position, String hint) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> FilterParser.parse(filter, catalogue))
                .satisfies(fault -> {
                    InvalidInputException.Violation violation =
                            fault.violations().get(0);
                    assertThat(violation.pointer()).isEqualTo("filter");
                    assertThat(violation.detail())
                            .startsWith("position " + position + ": ")
                            .contains(hint);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nane | position 1: | did you mean name?",
                "name,-crreatedAt | position 7: | did you mean createdAt?",
                "name,, | position 6: | name of a fact is expected",
                "tag | position 1: | a customer can have several",
                "search | position 1: | for searching only",
                "name,-name | position 6: | named twice",
            })
    void explains_what_is_wrong_with_an_order(String sort, String position, String hint) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SortKeys.parse(sort, catalogue))
                .satisfies(fault -> {
                    assertThat(fault.violations().get(0).pointer()).isEqualTo("sort");
                    assertThat(fault.getMessage()).startsWith(position).contains(hint);
                });
    }

    @Test
    void refuses_what_is_too_long_too_deep_or_too_many() {
        assertRefused("name==" + "a".repeat(4_000), "longer than 4000");
        assertRefused("(".repeat(33) + "name==a" + ")".repeat(33), "deeper than 32");
        assertRefused("(".repeat(3_900), "deeper than 32");
        assertRefused("active==true" + ";active==true".repeat(100), "more than 100 conditions");
        assertRefused("name=in=(a" + ",a".repeat(500) + ")", "more than 500 values");
        assertRefused("search=text='" + "a ".repeat(33) + "'", "more than 32 words");
        assertRefused("name==\0", "position 7: the character U+0000");
        assertRefused("name==a\uD800", "position 8: half a character");
    }

    @Test
    void takes_what_just_keeps_within_the_limits() {
        assertThat(FilterParser.parse("(".repeat(32) + "name==a" + ")".repeat(32), catalogue))
                .isEqualTo(FilterParser.parse("name==a", catalogue));
        assertThat(FilterParser.parse("active==true" + ";active==true".repeat(99), catalogue))
                .isInstanceOf(Filter.All.class);
        assertThat(FilterParser.parse("name=in=(a" + ",a".repeat(499) + ")", catalogue))
                .isInstanceOf(Filter.Condition.class);
    }

    @Test
    void reads_words_signs_and_spaces_alike() {
        assertThat(FilterParser.parse(" name == 'a' and ( score < 5 or active==true )", catalogue))
                .isEqualTo(FilterParser.parse("name==a;(score=lt=5,active==true)", catalogue));
        assertThat(FilterParser.parse("name==or,name==and", catalogue)).isInstanceOf(Filter.Any.class);
        assertThat(FilterParser.parse("name==van\\ der*", catalogue))
                .isEqualTo(FilterParser.parse("name=='van der'*", catalogue));
        assertThat(FilterParser.parse("name=='a*'", catalogue)).isEqualTo(FilterParser.parse("name==a\\*", catalogue));
    }

    private void assertRefused(String filter, String why) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> FilterParser.parse(filter, catalogue))
                .withMessageContaining(why);
    }
}
