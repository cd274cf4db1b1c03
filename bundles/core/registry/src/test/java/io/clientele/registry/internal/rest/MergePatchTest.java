package io.clientele.registry.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private static final Profile ADA = Profile.of(CustomerKind.PERSON, "Ada");

    private static Profile patched(String patch) throws JsonProcessingException {
        return new MergePatch().apply(ADA, new ObjectMapper().readTree(patch));
    }

    @Test
    void what_is_named_is_changed_and_all_else_stays() throws JsonProcessingException {
        Profile patched = patched("{\"status\":\"Active\",\"tags\":[\"vip\"],\"language\":null}");

        assertThat(patched.name()).isEqualTo("Ada");
        assertThat(patched.status()).isEqualTo(Status.ACTIVE);
        assertThat(patched.tags()).containsExactly("vip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        {"name":0}                           | /name
        {"name":1.5}                         | /name
        {"name":true}                        | /name
        {"name":1e400}                       | /name
        {"status":3}                         | /status
        {"kind":0}                           | /kind
        {"tags":["a",1]}                     | /tags/1
        {"identifiers":[{"source":"a","id":1}]} | /identifiers/0/id
        """)
    void a_value_of_another_kind_is_refused_as_it_is_for_a_whole_customer(String patch, String pointer) {
        assertThatThrownBy(() -> patched(patch))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.pointer()).isEqualTo(pointer)));
    }
}
