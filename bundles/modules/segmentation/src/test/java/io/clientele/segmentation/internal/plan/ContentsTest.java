package io.clientele.segmentation.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.clientele.facts.CustomerQuery;
import io.clientele.harness.Staff;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerId;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.HostileTexts;
import io.clientele.testkit.TestDatabase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContentsTest {
    private static final CustomerQuery PAGE = new CustomerQuery(null, "name", 50, null, true);
    private static final Content NEWS = new Content("news", "The news", "What is new", List.of(), List.of());
    private static final Content TEA = new Content("tea", "Tea", "", List.of("email"), List.of("tea", "vip"));
    private static final Content CALL = new Content("call", "A call", "", List.of("phone"), List.of("vip"));

    private static Segment active(Desk desk) {
        return desk.segments().add(Desk.rule("active", "status==active"));
    }

    private static CustomerId tagged(Desk desk, String name, List<String> tags, ContactPoint... points) {
        Customer added = desk.core
                .registry()
                .find(ContactPlanTest.customer(desk, name, null, points))
                .orElseThrow();
        return desk.core
                .registry()
                .change(added.id(), added.version(), profile -> profile.tagged(tags))
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void say_to_each_what_suits_the_channel_and_the_tags(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Consenting consenting = Consenting.start(desk.core);
            CustomerId ada = tagged(desk, "Ada", List.of("VIP"), ContactPlanTest.email("ada@example.org"));
            CustomerId bert = tagged(desk, "Bert", List.of("vip"), ContactPlanTest.phone("+4930123456"));
            CustomerId cleo = tagged(desk, "Cleo", List.of(), ContactPlanTest.email("cleo@example.org"));
            CustomerId dora = tagged(desk, "Dora", List.of("golf"), ContactPlanTest.email("dora@example.org"));
            List.of(ada, bert, cleo, dora).forEach(each -> consenting.says(each, true, true));
            consenting.likes(cleo, "Tea");
            Segment active = active(desk);
            var unused = desk.contents.replace(active.id(), 0, List.of(NEWS, TEA, CALL));

            var planned = desk.plan.plan(active.id(), null, PAGE).items();

            assertThat(planned)
                    .extracting(ContactPlan.Planned::name, ContactPlan.Planned::channel, ContactPlan.Planned::said)
                    .containsExactly(
                            tuple("Ada", "email", new Said("tea", "Tea", "vip")),
                            tuple("Bert", "phone", new Said("call", "A call", "vip")),
                            tuple("Cleo", "email", new Said("tea", "Tea", "tea")),
                            tuple("Dora", "email", new Said("news", "The news", null)));
            assertThat(desk.core.as(
                            Staff.agent(7),
                            () -> desk.plan.plan(active.id(), null, PAGE).items()))
                    .as("an agent sees nobody of these")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_channel_stays_if_there_is_nothing_to_say_by_it(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Consenting consenting = Consenting.start(desk.core);
            CustomerId ada = ContactPlanTest.customer(
                    desk, "Ada", null, ContactPlanTest.email("ada@example.org"), ContactPlanTest.phone("+4930123456"));
            consenting.says(ada, true, true);
            Segment active = active(desk);
            var unused = desk.contents.replace(
                    active.id(), 0, List.of(new Content("call", "A call", "", List.of("phone"), List.of())));

            var planned = desk.plan.plan(active.id(), null, PAGE).items().get(0);

            assertThat(planned.channel()).isEqualTo("email");
            assertThat(planned.said()).isNull();
            assertThat(new PlanCommands(desk.platform, desk.segments(), desk.plan, desk.reach).plan("active"))
                    .startsWith("1 of 1\nAda  email  ")
                    .endsWith("  -");
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_replaced_as_a_whole_by_whoever_read_the_newest(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = active(desk);
            assertThat(desk.contents.of(active.id())).isEqualTo(new Contents.Kept(0, List.of()));

            Contents.Kept first = desk.contents.replace(active.id(), 0, List.of(NEWS, TEA));
            Contents.Kept second = desk.contents.replace(active.id(), first.version(), List.of(TEA, NEWS));

            assertThat(desk.contents.of(active.id())).isEqualTo(second);
            assertThat(second).isEqualTo(new Contents.Kept(2, List.of(TEA, NEWS)));
            assertThatThrownBy(() -> desk.contents.replace(active.id(), first.version(), List.of()))
                    .isInstanceOf(PreconditionException.class);
            assertThatThrownBy(() -> desk.contents.replace(active.id(), 0, List.of(NEWS)))
                    .isInstanceOf(PreconditionException.class);
            assertThat(desk.contents.replace(active.id(), 2, List.of()).pieces())
                    .isEmpty();
            assertThat(desk.contents.of(active.id()).version())
                    .as("an emptied list is not one that never was")
                    .isEqualTo(3);
            assertThat(desk.core.audit().changes()).anySatisfy(change -> {
                assertThat(change.action()).isEqualTo("segmentation.SegmentContentsChanged");
                assertThat(change.detail()).isEqualTo("{\"segment\":\"active\",\"contents\":[\"tea\",\"news\"]}");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_who_may_define_segments_writes_them(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = active(desk);

            assertThat(desk.core
                            .as(Staff.AUDITOR, () -> desk.contents.of(active.id()))
                            .pieces())
                    .isEmpty();
            assertThatThrownBy(() ->
                            desk.core.as(Staff.AUDITOR, () -> desk.contents.replace(active.id(), 0, List.of(NEWS))))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.contents.replace(4711, 0, List.of(NEWS)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_wrong_is_told_with_its_place(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = active(desk);
            List<Content> wrong = List.of(
                    new Content("a b", " ", "x".repeat(2_001), List.of("email", "fax"), List.of("tea", "")),
                    NEWS,
                    new Content("news", "A\nB", "bell \u0007", List.of(), List.of("x".repeat(65), "half \uD83D")));

            InvalidInputException thrown = catchThrowableOfType(
                    InvalidInputException.class, () -> desk.contents.replace(active.id(), 0, wrong));

            assertThat(thrown.violations())
                    .extracting(Violation::pointer)
                    .containsExactly(
                            "/items/0/key",
                            "/items/0/title",
                            "/items/0/text",
                            "/items/0/channels/1",
                            "/items/0/tags/1",
                            "/items/2/key",
                            "/items/2/title",
                            "/items/2/text",
                            "/items/2/tags/0",
                            "/items/2/tags/1");
            assertThatThrownBy(() -> desk.contents.replace(active.id(), 0, Collections.nCopies(21, NEWS)))
                    .hasMessage("A segment has at most 20 pieces of content");
            assertThatThrownBy(() -> desk.contents.replace(
                            active.id(),
                            0,
                            List.of(new Content("many", "Many", "", Collections.nCopies(21, "email"), List.of("tea")))))
                    .hasMessage("At most 20");
            assertThat(desk.contents.of(active.id()).version()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void go_with_their_segment(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Segment active = active(desk);
            var unused = desk.contents.replace(active.id(), 0, List.of(NEWS));

            desk.segments().remove(active.id(), active.version());

            boolean kept = desk.core.transactions().read(connection -> ContentTable.find(connection, active.id())
                    .isPresent());
            assertThat(kept).isFalse();
            assertThatThrownBy(() -> desk.contents.of(active.id())).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_written_is_only_text(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Consenting consenting = Consenting.start(desk.core);
            CustomerId ada = tagged(desk, "Ada", List.of("${name}"), ContactPlanTest.email("ada@example.org"));
            Segment active = active(desk);
            consenting.says(ada, true, null);
            long version = 0;

            for (String payload : HostileTexts.all()) {
                Content piece = new Content("p", payload, payload, List.of(), List.of("${name}"));
                assertThat(desk.contents
                                .replace(active.id(), version++, List.of(piece))
                                .pieces())
                        .as(payload)
                        .containsExactly(piece);
                assertThat(desk.plan
                                .plan(active.id(), null, PAGE)
                                .items()
                                .get(0)
                                .said())
                        .isEqualTo(new Said("p", payload.strip(), "${name}"));
            }
        }
    }
}
