package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.AUDITOR;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.AuditEntry;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.registry.Consent;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.NewConsent;
import io.clientele.registry.NewConsent.Decision;
import io.clientele.registry.Profile;
import io.clientele.testkit.TestDatabase;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentsTest {
    private static final List<String> FACTS = List.of("consent.email", "consent.phone");

    private static NewConsent email(Decision decision, String at) {
        return new NewConsent(ContactChannel.EMAIL, "marketing", decision, Instant.parse(at), "web form", "no. 7");
    }

    private static CustomerId add(TestRegistry test) {
        return test.as(ANNA, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                .id();
    }

    private static Map<String, Object> facts(TestRegistry test, CustomerId customer) {
        return test.as(ANNA, () -> test.values.of(List.of(customer.value()), FACTS))
                .getOrDefault(customer.value(), Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void what_was_said_last_counts_and_is_a_fact(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);
            Map<String, Object> unknown = facts(test, ada);

            test.as(ANNA, () -> consents.add(ada, email(Decision.GIVEN, "2026-01-01T00:00:00Z")));
            Map<String, Object> given = facts(test, ada);
            test.as(ANNA, () -> consents.add(ada, email(Decision.WITHDRAWN, "2026-02-01T00:00:00Z")));

            assertThat(unknown).isEmpty();
            assertThat(given).isEqualTo(Map.of("consent.email", true));
            assertThat(facts(test, ada)).isEqualTo(Map.of("consent.email", false));
            assertThat(test.as(ANNA, () -> test.customers.count("consent.email==false;consent.phone=null=true")))
                    .isEqualTo(1);
            assertThat(test.as(ANNA, () -> test.customers.count("consent.email==true")))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_said_earlier_and_is_recorded_late_does_not_count(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);
            test.as(ANNA, () -> consents.add(ada, email(Decision.WITHDRAWN, "2026-02-01T00:00:00Z")));

            Consent late = test.as(ANNA, () -> consents.add(ada, email(Decision.GIVEN, "2026-01-01T00:00:00Z")));

            assertThat(late.counts()).isFalse();
            assertThat(facts(test, ada)).isEqualTo(Map.of("consent.email", false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_purpose_has_an_answer_of_its_own_and_facts_tell_of_marketing(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);
            NewConsent surveys = new NewConsent(
                    ContactChannel.EMAIL,
                    "surveys",
                    Decision.GIVEN,
                    Instant.parse("2026-03-01T00:00:00Z"),
                    "phone",
                    null);
            test.as(ANNA, () -> consents.add(ada, email(Decision.WITHDRAWN, "2026-02-01T00:00:00Z")));

            Consent other = test.as(ANNA, () -> consents.add(ada, surveys));

            assertThat(other.counts()).isTrue();
            assertThat(other.content()).isEqualTo(surveys);
            assertThat(facts(test, ada)).isEqualTo(Map.of("consent.email", false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lists_the_newest_first_page_by_page(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);
            test.as(ANNA, () -> consents.add(ada, email(Decision.GIVEN, "2026-03-01T00:00:00Z")));
            test.as(ANNA, () -> consents.add(ada, email(Decision.GIVEN, "2026-01-01T00:00:00Z")));
            test.as(ANNA, () -> consents.add(ada, email(Decision.WITHDRAWN, "2026-02-01T00:00:00Z")));

            Page<Consent> page = test.as(ANNA, () -> consents.list(ada, 2, null));
            Page<Consent> rest = test.as(ANNA, () -> consents.list(ada, 2, page.next()));

            assertThat(page.items()).extracting(Consent::counts).containsExactly(true, false);
            assertThat(page.items())
                    .extracting(each -> each.content().decision())
                    .containsExactly(Decision.GIVEN, Decision.WITHDRAWN);
            assertThat(rest.items())
                    .extracting(each -> each.content().decidedAt())
                    .containsExactly(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(rest.next()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_in_the_audit_and_told_with_the_fact_that_changed(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);

            Consent given = test.as(ANNA, () -> consents.add(ada, email(Decision.GIVEN, "2026-01-01T00:00:00Z")));

            AuditEntry entry = test.as(AUDITOR, () -> test.history.of("customer", ada.value(), 1, null))
                    .items()
                    .get(0);
            assertThat(entry.change().action()).isEqualTo("registry.ConsentRecorded");
            assertThat(entry.change().detail()).contains(given.id().toString(), "\"decision\":\"given\"");
            assertThat(told(test))
                    .isEqualTo("{\"channel\":\"email\",\"purpose\":\"marketing\",\"facts\":[\"consent.email\"]}");
        }
    }

    private static String told(TestRegistry test) {
        return test.database.transactions().read(connection -> {
            try (var select = connection.prepareStatement(
                            "select detail from events_event where type = 'registry.ConsentChanged'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_customer_is_as_absent(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);
            NewConsent given = email(Decision.GIVEN, "2026-01-01T00:00:00Z");

            assertThatThrownBy(() -> test.as(BERT, () -> consents.list(ada, 10, null)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> test.as(BERT, () -> consents.add(ada, given)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> test.as(AUDITOR, () -> consents.add(ada, given)))
                    .isInstanceOf(ForbiddenException.class);
            assertThat(facts(test, ada)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_every_fault(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedConsents consents = new RecordedConsents(test.foundation);
            CustomerId ada = add(test);
            NewConsent faulty = new NewConsent(
                    ContactChannel.SMS, "Big Sale", Decision.GIVEN, Instant.parse("2999-01-01T00:00:00Z"), " ", null);

            assertThatThrownBy(() -> test.as(ANNA, () -> consents.add(ada, faulty)))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                            .extracting(InvalidInputException.Violation::pointer)
                            .containsExactly("/purpose", "/decidedAt", "/source"));
        }
    }
}
