package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.grade.GradeParts;
import io.clientele.segmentation.internal.grade.Grades;
import io.clientele.segmentation.internal.store.Classification;
import io.clientele.segmentation.internal.store.Classification.Rule;
import io.clientele.segmentation.internal.store.ClassificationTable.Kept;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of two definitions that come at once, the later is judged beside the earlier, and brings along whoever depends on it. */
class OvertakenTest {
    private static Segments overtaken(Desk desk, Consumer<Segments> other) {
        return Desk.segments(Overtaken.by(desk, other), desk.known);
    }

    @ParameterizedTest
    @EnumSource
    void two_segments_never_come_to_depend_on_each_other(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            long one = desk.segments.add(Desk.rule("one", "status==active")).id();
            long two = desk.segments.add(Desk.rule("two", "status==active")).id();
            Segments late = overtaken(desk, other -> other.replace(two, 1, Desk.rule("two", "segment.one==false")));

            assertThatThrownBy(() -> late.replace(one, 1, Desk.rule("one", "segment.two==false")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("depend on itself");
            assertThat(desk.segments.get(one).version()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_segment_that_another_came_to_name_is_not_removed(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment one = desk.segments.add(Desk.rule("one", "status==active"));
            Segments late = overtaken(desk, other -> other.add(Desk.rule("two", "segment.one==true")));

            assertThatThrownBy(() -> late.remove(one.id(), 1)).isInstanceOf(ConflictException.class);
            assertThat(desk.now(one).version()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_segment_that_went_is_not_named(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            long one = desk.segments.add(Desk.rule("one", "status==active")).id();
            Segments late = overtaken(desk, other -> other.remove(one, 1));

            assertThatThrownBy(() -> late.add(Desk.rule("two", "segment.one==true")))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(desk.segments.find("two")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void members_follow_in_a_segment_that_was_added_while_the_one_that_it_names_was_changed(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.PROSPECT);
            long one = desk.segments.add(Desk.rule("one", "status==active")).id();
            Segments late = overtaken(desk, other -> other.add(Desk.rule("two", "segment.one==true")));

            late.replace(one, 1, Desk.rule("one", "status==prospect"));

            assertThat(desk.names(desk.segments.find("two").orElseThrow())).containsExactly("Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void grades_that_a_segment_came_to_name_are_not_removed(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            GradeParts.spend(desk.grades);
            long scale = desk.grades.list().get(0).id();
            Platform held = Overtaken.by(desk, other -> other.add(Desk.rule("gold", "grade.spend==A")));
            Grades late = new Grades(held, desk.upkeep, GradeParts.scales(desk.core), desk.grader);

            assertThatThrownBy(() -> late.remove(scale, 1)).isInstanceOf(ConflictException.class);
            assertThat(desk.grades.list()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_classification_never_comes_to_depend_on_itself(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            long one = desk.segments.add(Desk.rule("one", "status==active")).id();
            Classifications classifications = new Classifications(desk.platform, desk.known, desk.upkeep);
            Kept kept = classifications.add(division("status==active"));
            Platform held =
                    Overtaken.by(desk, other -> other.replace(one, 1, Desk.rule("one", "segment.value_best==true")));
            Classifications late = new Classifications(held, desk.known, desk.upkeep);

            assertThatThrownBy(() -> late.replace(kept.id(), 1, division("segment.one==true")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("depend on the classification itself");
            assertThat(classifications.get(kept.id()).version()).isEqualTo(1);
        }
    }

    private static Classification division(String best) {
        return new Classification(
                "value", "Value", List.of(new Rule("best", "Best", best), new Rule("rest", "Rest", null)));
    }
}
