package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.harness.Staff;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.store.Classification;
import io.clientele.segmentation.internal.store.Classification.Rule;
import io.clientele.segmentation.internal.store.ClassificationTable;
import io.clientele.segmentation.internal.store.ClassificationTable.Kept;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassificationsTest {
    private static final Rule NAMED = new Rule("named", "Named so", "name==A*");
    private static final Rule ACTIVE = new Rule("active", "Active", "status==active");
    private static final Rule REST = new Rule("rest", "The rest", null);

    private static Classification value(Rule... rules) {
        return new Classification("value", "Value", List.of(rules));
    }

    private static Classifications over(Desk desk) {
        return new Classifications(desk.platform, desk.known, desk.upkeep);
    }

    /** Ada, Alan and Bert are active, Cleo is a prospect; her id. */
    private static CustomerId shop(Desk desk) {
        desk.customer("Ada", Status.ACTIVE);
        desk.customer("Alan", Status.ACTIVE);
        desk.customer("Bert", Status.ACTIVE);
        return desk.customer("Cleo", Status.PROSPECT);
    }

    private static List<String> in(Desk desk, String key) {
        return desk.names(desk.segments.find("value_" + key).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_is_in_the_class_of_the_first_rule_that_fits(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId cleo = shop(desk);

            Kept kept = over(desk).add(value(NAMED, ACTIVE, REST));

            assertThat(kept.classification()).isEqualTo(value(NAMED, ACTIVE, REST));
            assertThat(in(desk, "named")).containsExactly("Ada", "Alan");
            assertThat(in(desk, "active")).containsExactly("Bert");
            assertThat(in(desk, "rest")).containsExactly("Cleo");
            assertThat(desk.segments.find("value_rest").orElseThrow().suspended())
                    .isNull();

            desk.stand(cleo, Status.ACTIVE);
            desk.customer("Abel", Status.PROSPECT);
            desk.customer("Dora", Status.PROSPECT);
            desk.core.settle();

            assertThat(in(desk, "named")).containsExactly("Abel", "Ada", "Alan");
            assertThat(in(desk, "active")).containsExactly("Bert", "Cleo");
            assertThat(in(desk, "rest")).containsExactly("Dora");
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_order_moves_members_and_a_rule_that_goes_takes_its_class_along(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            Classifications classifications = over(desk);
            Kept kept = classifications.add(value(NAMED, ACTIVE, REST));
            Segment outside = desk.segments.add(Desk.rule("outside", "segment.value_active==true"));

            Kept turned = classifications.replace(kept.id(), 1, value(ACTIVE, NAMED, REST));

            assertThat(turned.version()).isEqualTo(2);
            assertThat(classifications.get(kept.id())).isEqualTo(turned);
            assertThat(turned.segments().get(0))
                    .as("the class stays the segment it was")
                    .isEqualTo(kept.segments().get(1));
            assertThat(in(desk, "active")).containsExactly("Ada", "Alan", "Bert");
            assertThat(in(desk, "named")).isEmpty();
            assertThat(desk.names(outside)).containsExactly("Ada", "Alan", "Bert");

            assertThatThrownBy(() -> classifications.replace(kept.id(), 1, value(ACTIVE, REST)))
                    .isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> classifications.replace(kept.id(), 2, value(NAMED, REST)))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("outside");
            var unused = classifications.replace(kept.id(), 2, value(ACTIVE, REST));
            assertThat(desk.segments.find("value_named")).isEmpty();
            assertThat(in(desk, "rest")).containsExactly("Cleo");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_where_rules_overlap_and_which_never_come_to_their_turn(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            Classifications classifications = over(desk);
            Rule ada = new Rule("ada", "Ada", "name==Ada");
            Kept kept = classifications.add(value(NAMED, ada, ACTIVE, REST));
            Divisions divisions = new Divisions(desk.platform, classifications);

            Divisions.Division division = divisions.of(kept.id());

            assertThat(division)
                    .isEqualTo(new Divisions.Division(
                            4,
                            0,
                            0,
                            List.of(
                                    new Divisions.Part("named", "Named so", 2, 2L, List.of(), false),
                                    new Divisions.Part("ada", "Ada", 0, 1L, List.of(taken("named", 1)), true),
                                    new Divisions.Part("active", "Active", 1, 3L, List.of(taken("named", 2)), false),
                                    new Divisions.Part(
                                            "rest",
                                            "The rest",
                                            1,
                                            4L,
                                            List.of(taken("named", 2), taken("active", 1)),
                                            false))));
            assertThat(desk.core.<Long>as(
                            Staff.agent(7), () -> divisions.of(kept.id()).customers()))
                    .isZero();
        }
    }

    private static Divisions.Taken taken(String by, long customers) {
        return new Divisions.Taken(by, customers);
    }

    @ParameterizedTest
    @EnumSource
    void refuses_rules_that_leave_somebody_out_or_make_no_sense(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Classifications classifications = over(desk);
            Rule broken = new Rule("broken", "Broken", "name==A*);(name==B*");
            Rule itself = new Rule("itself", "Itself", "segment.value_rest==true");

            assertThatThrownBy(() -> classifications.add(value(NAMED, ACTIVE)))
                    .isInstanceOf(InvalidInputException.class)
                    .satisfies(e -> assertThat(pointers(e)).containsExactly("/rules/1/filter"));
            assertThatThrownBy(() -> classifications.add(value(REST, ACTIVE, NAMED)))
                    .satisfies(e -> assertThat(pointers(e)).containsExactly("/rules/0/filter", "/rules/2/filter"));
            assertThatThrownBy(() -> classifications.add(new Classification("Value", " ", List.of(REST))))
                    .satisfies(e -> assertThat(pointers(e)).containsExactly("/key", "/name", "/rules"));
            assertThatThrownBy(() -> classifications.add(value(NAMED, NAMED, REST)))
                    .satisfies(e -> assertThat(pointers(e)).containsExactly("/rules/1/key"));
            assertThatThrownBy(() -> classifications.add(value(broken, REST)))
                    .satisfies(e -> assertThat(pointers(e)).containsExactly("/rules/0/filter"));
            Kept kept = classifications.add(value(NAMED, REST));
            assertThatThrownBy(() -> classifications.replace(kept.id(), 1, value(itself, REST)))
                    .satisfies(e -> assertThat(pointers(e)).containsExactly("/rules/0/filter"));
            assertThatThrownBy(() -> classifications.add(value(NAMED, REST))).isInstanceOf(ConflictException.class);
        }
    }

    private static List<String> pointers(Throwable e) {
        return ((InvalidInputException) e)
                .violations().stream()
                        .map(InvalidInputException.Violation::pointer)
                        .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_class_is_changed_and_removed_with_the_others_only(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Classifications classifications = over(desk);
            Kept kept = classifications.add(value(NAMED, REST));
            Segment named = desk.segments.find("value_named").orElseThrow();
            Segment rest = desk.segments.find("value_rest").orElseThrow();

            assertThatThrownBy(() -> desk.segments.replace(
                            named.id(), named.version(), Desk.rule("value_named", "status==active")))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("classification value");
            assertThatThrownBy(() -> desk.segments.remove(rest.id(), rest.version()))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> classifications.remove(kept.id(), 7)).isInstanceOf(PreconditionException.class);
            classifications.remove(kept.id(), 1);

            assertThat(desk.segments.find("value_named")).isEmpty();
            assertThat(desk.segments.find("value_rest")).isEmpty();
            assertThat(classifications.list()).isEmpty();
            assertThatThrownBy(() -> classifications.get(kept.id())).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_finished_by_the_clock_if_the_process_ended_before_members_were_found(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            shop(desk);
            Classification value = value(NAMED, ACTIVE, REST);
            desk.platform.transactions().write(connection -> {
                Gate.Mark unused = Gate.enter(connection);
                Kept nothing = new Kept(desk.platform.newId(), 0, value, List.of());
                List<Long> segments = new ClassSegments(desk.platform).arrange(connection, nothing, value);
                ClassificationTable.insert(connection, new Kept(nothing.id(), 1, value, segments), desk.platform.now());
                Gate.changed(connection);
                return segments;
            });

            int taken = new Returning(desk.platform, desk.known).run();

            assertThat(taken).isEqualTo(3);
            assertThat(in(desk, "named")).containsExactly("Ada", "Alan");
            assertThat(in(desk, "active")).containsExactly("Bert");
            assertThat(in(desk, "rest")).containsExactly("Cleo");
        }
    }
}
