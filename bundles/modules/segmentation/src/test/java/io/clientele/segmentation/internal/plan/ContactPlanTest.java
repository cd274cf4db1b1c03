package io.clientele.segmentation.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.facts.CustomerQuery;
import io.clientele.harness.Staff;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContactPlanTest {
    /** A Monday; it is five in the afternoon in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    private static final CustomerQuery PAGE = new CustomerQuery(null, "name", 50, null, true);

    static CustomerId customer(Desk desk, String name, @Nullable String zone, ContactPoint... points) {
        Profile profile = new Profile(
                CustomerKind.PERSON,
                name,
                null,
                zone,
                Status.ACTIVE,
                null,
                null,
                List.of(),
                List.of(points),
                List.of());
        return desk.core.registry().add(profile).id();
    }

    static ContactPoint email(String address) {
        return new ContactPoint.Email(address, null);
    }

    static ContactPoint phone(String number) {
        return new ContactPoint.Phone(number, null);
    }

    @ParameterizedTest
    @EnumSource
    void plans_only_with_consent_and_in_the_hours_where_the_customer_is(TestDatabase kind) {
        try (Desk desk = new Desk(kind, new SettableClock(NOW))) {
            Consenting consenting = Consenting.start(desk.core);
            CustomerId ada = customer(desk, "Ada", "Asia/Shanghai", email("ada@example.org"), phone("+861065529988"));
            CustomerId bert = customer(desk, "Bert", null, phone("+4930123456"));
            customer(desk, "Cleo", null, email("cleo@example.org"));
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));
            consenting.says(ada, true, true);
            consenting.prefers(ada, "phone", 17);
            consenting.says(bert, true, true);

            var plan = desk.plan.plan(active.id(), null, PAGE);

            assertThat(plan.total()).isEqualTo(2);
            assertThat(plan.items().get(0))
                    .isEqualTo(new ContactPlan.Planned(
                            ada.value(),
                            "Ada",
                            "phone",
                            "+861065529988",
                            List.of("phone", "email"),
                            NOW,
                            NOW.plusSeconds(3_600),
                            "Asia/Shanghai",
                            true,
                            true,
                            null));
            assertThat(plan.items().get(1).channel()).as("Bert has no e-mail").isEqualTo("phone");
            assertThat(plan.items().get(1).until()).isEqualTo(Instant.parse("2026-11-30T18:00:00Z"));
            assertThat(desk.plan.plan(active.id(), "email", PAGE).items())
                    .extracting(ContactPlan.Planned::name)
                    .containsExactly("Ada");
            assertThat(desk.core.as(
                            Staff.agent(7),
                            () -> desk.plan.plan(active.id(), null, PAGE).items()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_withdraws_is_out_at_once_and_told_of_with_the_reason(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            Consenting consenting = Consenting.start(desk.core);
            CustomerId ada = customer(desk, "Ada", null, email("ada@example.org"));
            CustomerId bert = customer(desk, "Bert", null, email("bert@example.org"));
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));
            consenting.says(ada, true, true);
            assertThat(desk.plan.plan(active.id(), null, PAGE).items()).hasSize(1);

            consenting.says(ada, false, true);

            assertThat(desk.plan.plan(active.id(), null, PAGE).items()).isEmpty();
            assertThat(desk.plan.leftOut(active.id(), null, PAGE).items())
                    .containsExactly(
                            new ContactPlan.LeftOut(
                                    ada.value(),
                                    "Ada",
                                    List.of(
                                            new ContactPlan.Closed("email", "withdrawn"),
                                            new ContactPlan.Closed("phone", "no-contact"),
                                            new ContactPlan.Closed("sms", "unknown"),
                                            new ContactPlan.Closed("messenger", "unknown"),
                                            new ContactPlan.Closed("post", "unknown"))),
                            new ContactPlan.LeftOut(
                                    bert.value(),
                                    "Bert",
                                    Stream.of("email", "phone", "sms", "messenger", "post")
                                            .map(channel -> new ContactPlan.Closed(channel, "unknown"))
                                            .toList()));
            ContactReach.Reach reach = desk.reach.of(active.id());
            assertThat(reach.members()).isEqualTo(2);
            assertThat(reach.reachable()).isZero();
            assertThat(reach.channels())
                    .startsWith(
                            new ContactReach.ByChannel("email", 0, 1, 1, 0, 0),
                            new ContactReach.ByChannel("phone", 1, 0, 1, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_approached_who_never_said_anything(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            customer(desk, "Ada", null, email("ada@example.org"));
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));

            assertThat(desk.plan.plan(active.id(), null, PAGE).items()).isEmpty();
            assertThat(desk.plan.leftOut(active.id(), null, PAGE).items()).hasSize(1);
            assertThatThrownBy(() -> desk.plan.plan(active.id(), "fax", PAGE))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("A channel is one of email, phone, sms, messenger, post");
            ContactReach.Reach reach = desk.reach.of(active.id());
            assertThat(reach.members()).isEqualTo(1);
            assertThat(reach.reachable()).isZero();
            assertThat(reach.channels())
                    .hasSize(5)
                    .first()
                    .isEqualTo(new ContactReach.ByChannel("email", 0, 0, 1, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writes_files_that_no_spreadsheet_takes_for_formulas(TestDatabase kind) throws IOException {
        try (Desk desk = new Desk(kind, new SettableClock(NOW))) {
            Consenting consenting = Consenting.start(desk.core);
            CustomerId evil = customer(desk, "=1+1, \"Eve\"", null, email("eve@example.org"));
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));
            consenting.says(evil, true, null);
            var unused = desk.contents.replace(
                    active.id(), 0, List.of(new Content("tea", "=2+2", "", List.of(), List.of())));
            MemberFiles files =
                    new MemberFiles(desk.platform, desk.segments(), desk.members(), desk.plan, desk.core.values());

            String members = text(
                    files.members(active.id(), List.of("status", "email", "consent.phone"), MemberFiles.Mark.WITH));
            String plan = text(files.plan(active.id(), null, MemberFiles.Mark.WITHOUT));

            assertThat(members)
                    .isEqualTo("\uFEFFid,name,since,status,email,consent.phone\r\n" + evil
                            + ",\"'=1+1, \"\"Eve\"\"\",2026-11-30T09:00:00Z,active,eve@example.org,\r\n");
            assertThat(plan)
                    .isEqualTo(
                            "id,name,channel,contact,from,until,timeZone,content,contentTitle,why\r\n" + evil
                                    + ",\"'=1+1, \"\"Eve\"\"\",email,eve@example.org,2026-11-30T09:00:00Z,2026-11-30T18:00:00Z,UTC,tea,'=2+2,\r\n");
            assertThat(desk.core.audit().changes())
                    .extracting(change -> change.action())
                    .contains("segmentation.SegmentExported", "segmentation.SegmentPlanExported");
            assertThatThrownBy(() -> files.members(active.id(), List.of("no.fact"), MemberFiles.Mark.WITHOUT))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> desk.core.as(
                            Staff.AUDITOR, () -> files.members(active.id(), List.of(), MemberFiles.Mark.WITHOUT)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    private static String text(MemberFiles.Rows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rows.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
