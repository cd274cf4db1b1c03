package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.AUDITOR;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.access.Caller;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.facts.CustomerQuery;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerRegistryTest {
    private static final Profile WANG = new Profile(
            CustomerKind.PERSON,
            " 王小明 ",
            "zh-hans",
            "Asia/Shanghai",
            Status.ACTIVE,
            null,
            null,
            List.of(new Identifier("erp", "4711")),
            List.of(
                    new ContactPoint.Email("Wang@Example.COM", "work"),
                    new ContactPoint.Phone("010-65529988转8001", null),
                    new ContactPoint.Web("www.example.com/", null),
                    new ContactPoint.Postal("路 1", "上海", null, "200000", "cn", null)),
            List.of("VIP", "vip", "Gold"));

    @ParameterizedTest
    @EnumSource
    void gives_back_what_was_added_in_its_one_form(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Customer added = test.as(ANNA, () -> test.registry.add(WANG));

            Customer found = test.as(ANNA, () -> test.registry.find(added.id()).orElseThrow());
            assertThat(found).isEqualTo(added);
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.romanName()).isEqualTo("wang xiao ming");
            Profile profile = found.profile();
            assertThat(profile.name()).isEqualTo("王小明");
            assertThat(profile.language()).isEqualTo("zh-Hans");
            assertThat(profile.owner()).isEqualTo(ANNA.user());
            assertThat(profile.team()).isEqualTo(TestRegistry.NORTH);
            assertThat(profile.tags()).containsExactly("VIP", "Gold");
            assertThat(profile.contactPoints())
                    .containsExactly(
                            new ContactPoint.Email("Wang@example.com", "work"),
                            new ContactPoint.Phone("+861065529988 ext. 8001", null),
                            new ContactPoint.Web("https://www.example.com/", null),
                            new ContactPoint.Postal("路 1", "上海", null, "200000", "CN", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_found_by_each_of_its_facts(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            test.as(ADMIN, () -> test.registry.add(WANG));
            test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.ORGANISATION, "Müller & Söhne")));

            assertThat(List.of(
                            "name==wang*",
                            "name==王*",
                            "name==王小明",
                            "name.written==王*",
                            "email==WANG@example.com",
                            "phone==010-65529988",
                            "web==http://example.com",
                            "tag==vip",
                            "identifier==erp:4711",
                            "search=text=xiaoming",
                            "search=text=小明",
                            "address.city==上海",
                            "address.country==cn",
                            "language==zh-Hans",
                            "status==ACTIVE"))
                    .allSatisfy(filter -> assertThat(names(test, ADMIN, filter)).containsExactly("王小明"));
            assertThat(names(test, ADMIN, "name==muller*")).containsExactly("Müller & Söhne");
            assertThat(names(test, ADMIN, null)).hasSize(2);
        }
    }

    private static List<String> names(TestRegistry test, Caller caller, @Nullable String filter) {
        return test
                .as(caller, () -> test.registry.list(new CustomerQuery(filter, "name", 50, null, false)))
                .items()
                .stream()
                .map(customer -> customer.profile().name())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void changes_what_it_is_found_by_with_the_customer(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Customer added = test.as(ADMIN, () -> test.registry.add(WANG));
            Profile other = new Profile(
                    CustomerKind.PERSON,
                    "Ada",
                    null,
                    null,
                    Status.ACTIVE,
                    null,
                    null,
                    List.of(new Identifier("crm", "1")),
                    List.of(new ContactPoint.Email("ada@example.org", null)),
                    List.of("gold"));

            Customer changed = test.as(ADMIN, () -> test.registry.replace(added.id(), 1, other));

            assertThat(changed.version()).isEqualTo(2);
            assertThat(test.as(ADMIN, () -> test.registry.find(added.id()))).contains(changed);
            assertThat(names(test, ADMIN, "email==wang@example.com")).isEmpty();
            assertThat(names(test, ADMIN, "identifier==erp:4711")).isEmpty();
            assertThat(names(test, ADMIN, "email==ada@example.org;tag==Gold;identifier==crm:1"))
                    .containsExactly("Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_writer_who_read_an_older_version(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Customer added = test.as(ADMIN, () -> test.registry.add(WANG));
            test.as(ADMIN, () -> test.registry.change(added.id(), 1, TestProfiles.named("王大明")));

            assertThatThrownBy(
                            () -> test.as(ADMIN, () -> test.registry.change(added.id(), 1, TestProfiles.named("王二明"))))
                    .isInstanceOf(PreconditionException.class);
            assertThat(names(test, ADMIN, null)).containsExactly("王大明");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_the_version_when_nothing_changes(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Customer added = test.as(ADMIN, () -> test.registry.add(WANG));

            assertThat(test.as(ADMIN, () -> test.registry.replace(added.id(), 1, added.profile())))
                    .isEqualTo(added);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers_for_a_foreign_customer_as_for_an_absent_one(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Customer added = test.as(ANNA, () -> test.registry.add(WANG));

            assertThat(test.as(BERT, () -> test.registry.find(added.id()))).isEmpty();
            assertThat(names(test, BERT, null)).isEmpty();
            assertThatThrownBy(() -> test.as(BERT, () -> test.registry.replace(added.id(), 1, WANG)))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("There is no customer " + added.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_the_identifier_that_another_customer_has(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            test.as(ANNA, () -> test.registry.add(WANG));

            assertThatThrownBy(() -> test.as(BERT, () -> test.registry.add(WANG)))
                    .isInstanceOf(ConflictException.class)
                    .hasMessage("erp:4711 belongs to another customer")
                    .extracting(e -> ((ConflictException) e).type())
                    .isEqualTo("identifier-taken");
            assertThat(names(test, ADMIN, null)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_every_fault_at_once(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Profile wrong = new Profile(
                    CustomerKind.PERSON,
                    "a\u0000b",
                    "not a language",
                    "Mars/Olympus",
                    Status.ACTIVE,
                    new UserId(99),
                    new TeamId(99),
                    List.of(new Identifier("e r p", "1")),
                    List.of(new ContactPoint.Email("nobody", null), new ContactPoint.Web("ftp://x.org", null)),
                    List.of("x".repeat(65)));

            InvalidInputException e = catchThrowableOfType(
                    InvalidInputException.class, () -> test.as(ADMIN, () -> test.registry.add(wrong)));

            assertThat(e.violations())
                    .extracting(Violation::pointer)
                    .contains(
                            "/name",
                            "/language",
                            "/timeZone",
                            "/owner",
                            "/team",
                            "/identifiers/0/source",
                            "/contactPoints/0/value",
                            "/contactPoints/1/value",
                            "/tags/0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void lets_nobody_but_importers_give_a_customer_out_of_their_sight(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Customer added = test.as(ANNA, () -> test.registry.add(WANG));

            assertThatThrownBy(() -> test.as(
                            ANNA,
                            () -> test.registry.change(
                                    added.id(), 1, p -> p.assigned(BERT.user(), TestRegistry.SOUTH))))
                    .isInstanceOf(InvalidInputException.class);
            test.as(ADMIN, () -> test.registry.change(added.id(), 1, p -> p.assigned(BERT.user(), TestRegistry.SOUTH)));

            assertThat(names(test, ANNA, null)).isEmpty();
            assertThat(names(test, BERT, null)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asks_for_the_permission_to_write(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            assertThatThrownBy(() -> test.as(AUDITOR, () -> test.registry.add(WANG)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }
}
