package io.clientele.segmentation.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.matrix.Matrix;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SPANS =
            "'recency': {'from': 1, 'to': 9}, 'frequency': {'from': 1, 'to': 9}, 'money': {'from': 1, 'to': 9}";

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(ClassificationBody.class, "{'rules': [null]}"),
                Arguments.of(ScaleBody.class, "{'bands': [null]}"),
                Arguments.of(MatrixBody.class, "{'texts': [null]}"),
                Arguments.of(MatrixBody.class, "{'x': {'cuts': [null]}}"),
                Arguments.of(MatrixBody.class, "{'x': {'labels': [null]}}"),
                Arguments.of(SegmentBody.class, "{'combine': {'all': [null]}}"),
                Arguments.of(SegmentBody.class, "{'combine': {'none': [null]}}"),
                Arguments.of(ContentsResource.Body.class, "{'items': [null]}"),
                Arguments.of(ContentsResource.Body.class, "{'items': [{'tags': [null]}]}"),
                Arguments.of(OverlapResource.Body.class, "{'segments': [null]}"),
                Arguments.of(MembersResource.Additions.class, "{'customers': [null]}"),
                Arguments.of(RfmResource.Body.class, "{'groups': [null]}"),
                Arguments.of(
                        RfmResource.Body.class,
                        "{'thresholds': {'recencyDays': [null], 'frequency': [], 'money': []}}"),
                Arguments.of(RfmResource.Body.class, "{'thresholds': {'recencyDays': [], 'frequency': []}}"),
                Arguments.of(
                        RfmResource.Body.class, "{'groups': [{'key': 'best', 'label': {'en': null}, " + SPANS + "}]}"),
                Arguments.of(RfmResource.Body.class, "{'groups': [{'key': 'best', " + SPANS + "}]}"),
                Arguments.of(RfmResource.Body.class, "{'groups': [{'label': {'en': 'Best'}, " + SPANS + "}]}"),
                Arguments.of(RfmResource.Body.class, "{'groups': [{'key': 'best', 'label': {}}]}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void what_has_a_gap_in_it_is_refused_while_it_is_read(Class<?> body, String text) {
        assertThatThrownBy(() -> JSON.readValue(text.replace('\'', '"'), body))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void a_combination_takes_keys_and_nothing_that_goes_on_after_one() {
        var keys = new SegmentBody.Combination(List.of("a", "b"), List.of("c", "d"), List.of("e"));

        assertThat(keys.filter())
                .isEqualTo("segment.a==true;segment.b==true;(segment.c==true,segment.d==true);segment.e==false");
        assertThatThrownBy(new SegmentBody.Combination(List.of("a", "b==true,segment.c"), null, null)::filter)
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .extracting(InvalidInputException.Violation::pointer)
                        .containsExactly("/combine/all/1"));
    }

    @Test
    void the_standard_groups_of_rfm_follow_the_number_of_classes_and_others_stay() throws Exception {
        String own = "'currency': 'EUR', 'classes': 3, 'groups': [{'key': 'best', 'label': {}, " + SPANS + "}]";
        String sentBack = JSON.writeValueAsString(RfmSettings.Group.STANDARD).replace('"', '\'');

        assertThat(groups("'currency': 'EUR', 'classes': 3")).isEqualTo(RfmSettings.Group.standard(3));
        assertThat(groups("'currency': 'EUR', 'classes': 7, 'groups': " + sentBack))
                .isEqualTo(RfmSettings.Group.standard(7));
        assertThat(groups(own)).extracting(RfmSettings.Group::key).containsExactly("best");
    }

    private static List<RfmSettings.Group> groups(String body) throws JsonProcessingException {
        return JSON.readValue(("{" + body + "}").replace('\'', '"'), RfmResource.Body.class)
                .settings()
                .groups();
    }

    @Test
    void a_cell_may_have_a_name_and_no_play_book() throws Exception {
        Matrix.Text text = JSON.readValue("{\"x\": 1, \"y\": 2, \"name\": \"Stars\"}", Matrix.Text.class);

        assertThat(text).isEqualTo(new Matrix.Text(1, 2, "Stars", ""));
    }
}
