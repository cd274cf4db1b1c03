package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.AUDITOR;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static io.clientele.registry.internal.TestRegistry.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.registry.internal.BatchedEdits.Changed;
import io.clientele.registry.internal.BatchedEdits.Edit;
import io.clientele.registry.internal.BatchedEdits.Refused;
import io.clientele.registry.internal.BatchedEdits.Result;
import io.clientele.testkit.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchedEditsTest {
    private static Profile active(Profile profile) {
        return profile.standing(Status.ACTIVE);
    }

    private static CustomerId add(TestRegistry test, Caller caller, String name) {
        return test.as(caller, () -> test.registry.add(Profile.of(CustomerKind.PERSON, name)))
                .id();
    }

    private static Status status(TestRegistry test, CustomerId id) {
        return test.as(ADMIN, () -> test.registry.find(id))
                .orElseThrow()
                .profile()
                .status();
    }

    @ParameterizedTest
    @EnumSource
    void change_those_in_sight_and_name_the_others(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BatchedEdits edits = new BatchedEdits(test.foundation);
            CustomerId ada = add(test, ANNA, "Ada");
            CustomerId foreign = add(test, BERT, "Foreign");

            Result result = test.as(
                    ANNA,
                    () -> edits.write(List.of(
                            new Edit(ada, null, BatchedEditsTest::active),
                            new Edit(foreign, null, BatchedEditsTest::active))));

            assertThat(result.changed()).extracting(Changed::customer).containsExactly(ada);
            assertThat(result.refused()).containsExactly(new Refused(foreign, "There is no customer " + foreign));
            assertThat(status(test, ada)).isEqualTo(Status.ACTIVE);
            assertThat(status(test, foreign)).isEqualTo(Status.PROSPECT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leave_an_audit_row_for_each_that_changed_and_none_for_those_that_were_so(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BatchedEdits edits = new BatchedEdits(test.foundation);
            CustomerId ada = add(test, ANNA, "Ada");
            List<Edit> once = List.of(new Edit(ada, null, BatchedEditsTest::active));
            test.as(ANNA, () -> edits.write(once));

            Result again = test.as(ANNA, () -> edits.write(once));

            assertThat(again).isEqualTo(new Result(List.of(), List.of()));
            assertThat(test.history.of("customer", ada.value(), 10, null).items())
                    .extracting(entry -> entry.change().detail())
                    .hasSize(2)
                    .first()
                    .isEqualTo("{\"before\":{\"status\":\"prospect\"},\"after\":{\"status\":\"active\"}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_taken_back_save_where_somebody_went_on(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BatchedEdits edits = new BatchedEdits(test.foundation);
            CustomerId ada = add(test, ANNA, "Ada");
            CustomerId bob = add(test, ANNA, "Bob");
            Result done = test.as(
                    ANNA,
                    () -> edits.write(List.of(
                            new Edit(ada, null, BatchedEditsTest::active),
                            new Edit(bob, null, BatchedEditsTest::active))));
            test.as(ANNA, () -> test.registry.change(bob, 2, TestProfiles.named("Robert")));

            Result undone = test.as(
                    ANNA,
                    () -> edits.write(done.changed().stream()
                            .map(each -> new Edit(each.customer(), each.version(), now -> each.before()))
                            .toList()));

            assertThat(undone.changed()).extracting(Changed::customer).containsExactly(ada);
            assertThat(undone.refused())
                    .containsExactly(new Refused(bob, "It has changed since, and was left as it is"));
            assertThat(status(test, ada)).isEqualTo(Status.PROSPECT);
            assertThat(status(test, bob)).isEqualTo(Status.ACTIVE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuse_what_a_single_change_would_refuse(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BatchedEdits edits = new BatchedEdits(test.foundation);
            CustomerId ada = add(test, ANNA, "Ada");
            Edit away = new Edit(ada, null, profile -> profile.assigned(BERT.user(), SOUTH));

            assertThat(test.as(ANNA, () -> edits.write(List.of(away))).refused())
                    .containsExactly(new Refused(ada, "/owner would put the customer out of your sight"));
            assertThatThrownBy(() -> test.as(AUDITOR, () -> edits.write(List.of(away))))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> test.as(ANNA, () -> edits.write(Collections.nCopies(10_001, away))))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reach_all_that_a_filter_finds_over_more_than_one_batch(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BatchedEdits edits = new BatchedEdits(test.foundation);
            IntStream.range(0, 205).forEach(i -> add(test, ANNA, "Customer " + i));
            add(test, ANNA, "Other");

            Result result = test.as(
                    ANNA,
                    () -> edits.write(edits.matching("name==customer*").stream()
                            .map(id -> new Edit(id, null, BatchedEditsTest::active))
                            .toList()));

            assertThat(result.changed()).hasSize(205);
            assertThat(test.as(ANNA, () -> test.customers.count("status==active")))
                    .isEqualTo(205);
        }
    }
}
