package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.harness.Staff;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.rest.MembersResource;
import io.clientele.segmentation.internal.rest.SegmentBody;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListsTest {
    @ParameterizedTest
    @EnumSource
    void who_is_put_in_by_hand_stays_whatever_happens(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            Segment chosen = desk.segments.add(Desk.list("chosen"));
            Segment others = desk.segments.add(Desk.rule("others", "segment.chosen==false"));

            long added = desk.members.put(chosen.id(), List.of(ada.value(), bert.value()));
            long again = desk.members.put(chosen.id(), "name==Ada");
            desk.stand(ada, Status.ARCHIVED);
            desk.core.settle();

            assertThat(added).isEqualTo(2);
            assertThat(again).isZero();
            assertThat(desk.names(chosen)).containsExactly("Ada", "Bert");
            assertThat(desk.names(others)).isEmpty();

            assertThat(desk.members.remove(chosen.id(), ada.value())).isTrue();
            assertThat(desk.members.remove(chosen.id(), ada.value())).isFalse();
            assertThat(desk.names(chosen)).containsExactly("Bert");
            assertThat(desk.names(others)).containsExactly("Ada");
            assertThat(desk.now(chosen).size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_puts_in_or_out_whom_they_do_not_see(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            Segment chosen = desk.segments.add(Desk.list("chosen"));

            long added = desk.core.as(Staff.agent(7), () -> desk.members.put(chosen.id(), List.of(ada.value())));
            desk.members.put(chosen.id(), List.of(ada.value()));
            boolean removed = desk.core.as(Staff.agent(7), () -> desk.members.remove(chosen.id(), ada.value()));

            assertThat(added).isZero();
            assertThat(removed).isFalse();
            assertThat(desk.names(chosen)).containsExactly("Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reads_a_file_with_an_id_in_each_line(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            String ada = desk.customer("Ada", Status.ACTIVE).toString();
            String bert = desk.customer("Bert", Status.ACTIVE).toString();
            Segment chosen = desk.segments.add(Desk.list("chosen"));
            MembersResource resource = new MembersResource(desk.members);
            String id = ShortId.format(chosen.id());

            long added = resource.upload(id, "customer,name\r\n\"" + ada + "\",Ada\r\n" + bert + "\n\n")
                    .added();

            assertThat(added).isEqualTo(2);
            assertThatThrownBy(() -> resource.upload(id, "customer\n" + ada + "\nnobody"))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rules_are_not_changed_by_hand(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            Segment rule = desk.segments.add(Desk.rule("rule", "status==prospect"));
            Segment list = desk.segments.add(Desk.list("list"));

            assertThatThrownBy(() -> desk.members.put(rule.id(), List.of(ada.value())))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> desk.segments.recompute(list.id())).isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void a_combination_of_segments_is_a_filter() {
        SegmentBody.Combination combination =
                new SegmentBody.Combination(List.of("a", "b"), List.of("c", "d"), List.of("e"));

        assertThat(combination.filter())
                .isEqualTo("segment.a==true;segment.b==true;(segment.c==true,segment.d==true);segment.e==false");
    }
}
