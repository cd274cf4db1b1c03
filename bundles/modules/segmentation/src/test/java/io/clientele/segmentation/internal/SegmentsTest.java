package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Change;
import io.clientele.harness.Staff;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentsTest {
    @ParameterizedTest
    @EnumSource
    void brings_the_members_of_a_new_segment_at_once_and_makes_them_a_fact(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.PROSPECT);
            desk.customer("Cleo", Status.ACTIVE);

            Segment active = desk.segments.add(Desk.rule("active", "status==active"));

            assertThat(active.size()).isEqualTo(2);
            assertThat(active.facts()).containsExactly("status");
            assertThat(desk.names(active)).containsExactly("Ada", "Cleo");
            assertThat(desk.found("segment.active==false")).containsExactly("Bert");
            assertThat(desk.core.audit().changes()).extracting(Change::action).contains("segmentation.SegmentAdded");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_members_only_whatever_a_further_filter_says(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.PROSPECT);
            desk.customer("Cleo", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));

            assertThat(desk.names(active, "name==Ada,name==Bert")).containsExactly("Ada");
            assertThatThrownBy(() -> desk.names(active, "name==Ada),(name==Bert"))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void follows_what_happens_to_a_customer_and_says_why(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Told told = new Told();
            desk.core.add(told, "segmentation.*");
            CustomerId ada = desk.customer("Ada", Status.PROSPECT);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.core.settle();

            desk.stand(ada, Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.core.settle();

            assertThat(desk.names(active)).containsExactly("Ada", "Bert");
            assertThat(desk.now(active).size()).isEqualTo(2);
            assertThat(told.customers("segmentation.Entered")).containsExactlyInAnyOrder(ada.value(), bert.value());
            assertThat(told.details("segmentation.Entered").get(0))
                    .contains("\"segment\":\"active\"", "\"event\":\"registry.CustomerChanged\"");

            desk.stand(ada, Status.ARCHIVED);
            desk.core.settle();

            assertThat(desk.names(active)).containsExactly("Bert");
            assertThat(told.customers("segmentation.Left")).containsExactly(ada.value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_an_owner_that_there_is_not(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            assertThatThrownBy(() -> desk.segments.add(owned(Desk.NO_USER.value())))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                            .extracting(InvalidInputException.Violation::pointer)
                            .containsExactly("/owner"));
            assertThat(desk.segments.add(owned(7L)).definition().owner()).isEqualTo(7);
        }
    }

    private static Definition owned(long owner) {
        return new Definition("owned", "Owned", Kind.RULE, "status==active", "", owner, Definition.Validity.ALWAYS);
    }

    @ParameterizedTest
    @EnumSource
    void moves_members_at_once_when_the_definition_changes(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.PROSPECT);
            Segment some = desk.segments.add(Desk.rule("some", "status==active"));

            Segment wider = desk.segments.replace(some.id(), 1, Desk.rule("some", "status=in=(active,prospect)"));
            Segment other = desk.segments.replace(some.id(), 2, Desk.rule("some", "status==prospect"));

            assertThat(wider.size()).isEqualTo(2);
            assertThat(other.size()).isEqualTo(1);
            assertThat(other.version()).isEqualTo(3);
            assertThat(desk.names(some)).containsExactly("Bert");
            assertThatThrownBy(() -> desk.segments.replace(some.id(), 2, Desk.rule("some", "status==active")))
                    .isInstanceOf(PreconditionException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void segments_of_segments_follow_each_other(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.segments.add(Desk.rule("named", "name==A*"));
            Segment both = desk.segments.add(Desk.rule("both", "segment.active==true;segment.named==true"));
            Segment neither = desk.segments.add(Desk.rule("neither", "segment.both==false"));

            assertThat(desk.names(both)).containsExactly("Ada");
            assertThat(desk.names(neither)).containsExactly("Bert");

            desk.stand(ada, Status.INACTIVE);
            desk.core.settle();

            assertThat(desk.names(both)).isEmpty();
            assertThat(desk.names(neither)).containsExactly("Ada", "Bert");

            desk.segments.replace(active.id(), 1, Desk.rule("active", "status==inactive"));

            assertThat(desk.names(both)).containsExactly("Ada");
            assertThat(desk.names(neither)).containsExactly("Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_segment_that_would_depend_on_itself_and_to_remove_one_in_use(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment first = desk.segments.add(Desk.rule("first", "status==active"));
            desk.segments.add(Desk.rule("second", "segment.first==true"));

            assertThatThrownBy(() -> desk.segments.replace(first.id(), 1, Desk.rule("first", "segment.second==false")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("The segment would depend on itself");
            assertThatThrownBy(() -> desk.segments.remove(first.id(), 1)).isInstanceOf(ConflictException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void removes_a_segment_with_its_fact(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));

            desk.segments.remove(active.id(), 1);

            assertThatThrownBy(() -> desk.now(active)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.found("segment.active==true")).isInstanceOf(InvalidInputException.class);
            assertThat(desk.segments.list(0, 10).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_what_makes_no_sense_with_all_faults_at_once(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Definition wrong = new Definition(
                    "No Key",
                    " ",
                    Kind.RULE,
                    "statsu==active",
                    "",
                    null,
                    new Definition.Validity(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1)));

            assertThatThrownBy(() -> desk.segments.add(wrong))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                            .extracting(InvalidInputException.Violation::pointer)
                            .containsExactly("/key", "/name", "/validUntil", "/filter"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_key_that_is_taken_and_one_that_changes(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));

            assertThatThrownBy(() -> desk.segments.add(Desk.rule("active", "status==prospect")))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> desk.segments.replace(active.id(), 1, Desk.rule("other", "status==active")))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shows_nobody_more_than_they_see(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));

            desk.core.as(Staff.agent(7), () -> desk.customer("Bert", Status.ACTIVE));
            desk.core.settle();

            assertThat(desk.members.visible(desk.now(active))).isEqualTo(2);
            assertThat(desk.core.as(Staff.agent(7), () -> desk.names(active))).containsExactly("Bert");
            assertThat(desk.core.<Long>as(Staff.agent(7), () -> desk.members.visible(active)))
                    .isEqualTo(1);
            assertThat(desk.core
                            .as(Staff.agent(7), () -> desk.members.preview("status==active"))
                            .examples())
                    .extracting(Members.Found::name)
                    .containsExactly("Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_who_may_not_define(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            assertThatThrownBy(() ->
                            desk.core.as(Staff.AUDITOR, () -> desk.segments.add(Desk.rule("active", "status==active"))))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rests_outside_its_validity_with_the_members_it_had(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            Definition past = new Definition(
                    "active",
                    "Active",
                    Kind.RULE,
                    "status==active",
                    "",
                    null,
                    new Definition.Validity(null, LocalDate.of(2026, 1, 1)));

            desk.segments.replace(active.id(), 1, past);
            desk.customer("Bert", Status.ACTIVE);
            desk.core.settle();

            assertThat(desk.names(active)).containsExactly("Ada");
        }
    }
}
