package io.clientele.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.harness.Staff;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.rest.MovesResource;
import io.clientele.segmentation.internal.rest.SegmentBody;
import io.clientele.segmentation.internal.rest.SegmentView;
import io.clientele.segmentation.internal.rest.SegmentsResource;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {
    @ParameterizedTest
    @EnumSource
    void tells_who_came_and_went_from_the_newest_on_and_why(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.core.settle();
            desk.stand(ada, Status.ARCHIVED);
            desk.core.settle();
            desk.customer("Bert", Status.ACTIVE);
            desk.core.settle();

            List<String> moves = moves(desk, active);

            assertThat(moves)
                    .containsExactly(
                            "Bert entered event registry.CustomerAdded",
                            "Ada left event registry.CustomerChanged",
                            "Ada entered definition null");
            assertThat(desk.core.as(Staff.agent(7), () -> moves(desk, active))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void draws_the_life_of_a_segment_day_by_day(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.customer("Bert", Status.ACTIVE);
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));
            desk.stand(ada, Status.ARCHIVED);
            desk.core.settle();

            List<History.Day> curve = desk.history.curve(active.id());

            History.Day last = curve.get(curve.size() - 1);
            assertThat(last).isEqualTo(new History.Day(desk.platform.today(), 1, 2, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_the_segments_of_a_customer_to_those_who_see_it(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            desk.segments.add(Desk.rule("active", "status==active"));
            desk.segments.add(Desk.rule("prospects", "status==prospect"));
            SegmentsResource resource = new SegmentsResource(desk.segments, desk.members, desk.history);

            Page<SegmentView> seen = resource.list(ada.toString(), null, null);
            Page<SegmentView> hidden = desk.core.as(Staff.agent(7), () -> resource.list(ada.toString(), null, null));

            assertThat(seen.items()).extracting(SegmentView::key).containsExactly("active");
            assertThat(hidden.items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_cursor_of_somebody_else(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = desk.segments.add(Desk.rule("active", "status==active"));

            assertThatThrownBy(() -> desk.history.moves(active.id(), 10, "1e9.0000000000000"))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> desk.history.moves(active.id(), 10, "x"))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers_over_http_what_was_sent(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            desk.customer("Ada", Status.ACTIVE);
            SegmentsResource resource = new SegmentsResource(desk.segments, desk.members, desk.history);
            SegmentBody body = new SegmentBody(
                    "active", "Active", null, "status==active", null, "Know who buys", null, null, null);

            SegmentView added = (SegmentView) resource.add(body).getEntity();
            SegmentsResource.Outlook outlook = resource.preview(new SegmentsResource.Trial("purchases.last=lt=-P9D"));

            assertThat(resource.get(added.id())).isEqualTo(added);
            assertThat(added.size()).isEqualTo(1);
            assertThat(added.fact()).isEqualTo("segment.active");
            assertThat(outlook).isEqualTo(new SegmentsResource.Outlook(0, List.of(), List.of("purchases.last"), true));
            resource.remove(added.id(), "\"" + added.version() + "\"");
            assertThat(resource.list(null, null, null).items()).isEmpty();
        }
    }

    /** Goes through all pages, two moves at a time. */
    private static List<String> moves(Desk desk, Segment segment) {
        MovesResource resource = new MovesResource(desk.history);
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<MovesResource.Move> page = resource.moves(ShortId.format(segment.id()), "2", cursor);
            page.items()
                    .forEach(move ->
                            all.add(move.name() + " " + move.direction() + " " + move.cause() + " " + move.event()));
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
