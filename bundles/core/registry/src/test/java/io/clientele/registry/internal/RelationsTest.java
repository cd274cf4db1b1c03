package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static io.clientele.registry.internal.TestRegistry.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Direction;
import io.clientele.registry.Profile;
import io.clientele.registry.Relation;
import io.clientele.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelationsTest {
    private static CustomerId customer(TestRegistry test, Caller caller, String name) {
        return test.as(caller, () -> test.registry.add(Profile.of(CustomerKind.PERSON, name)))
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void are_seen_from_both_ends_until_they_are_removed(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            VisibleRelations relations = new VisibleRelations(test.foundation);
            CustomerId ada = customer(test, ANNA, "Ada");
            CustomerId firm = customer(test, ANNA, "Firm");

            Relation added = test.as(ANNA, () -> relations.add(ada, "employer", firm));

            assertThat(test.as(ANNA, () -> relations.list(ada, 10, null)).items())
                    .containsExactly(added);
            assertThat(test.as(ANNA, () -> relations.list(firm, 10, null)).items())
                    .containsExactly(new Relation(added.id(), "employer", Direction.IN, ada, "Ada"));
            assertThatThrownBy(() -> test.as(ANNA, () -> relations.add(ada, "employer", firm)))
                    .isInstanceOf(ConflictException.class);
            test.callers.as(ANNA, () -> {
                relations.remove(firm, added.id());
                return firm;
            });
            assertThat(test.as(ANNA, () -> relations.list(ada, 10, null)).items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tell_nothing_of_foreign_customers(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            VisibleRelations relations = new VisibleRelations(test.foundation);
            CustomerId ada = customer(test, ANNA, "Ada");
            CustomerId foreign = customer(test, BERT, "Secret");
            CustomerId absent = new CustomerId(4711);
            test.as(ADMIN, () -> relations.add(ada, "friend", foreign));

            assertThat(test.as(ANNA, () -> relations.list(ada, 10, null)).items())
                    .isEmpty();
            assertThatThrownBy(() -> test.as(ANNA, () -> relations.add(ada, "knows", foreign)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("There is no customer " + foreign);
            assertThatThrownBy(() -> test.as(ANNA, () -> relations.add(ada, "knows", absent)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("There is no customer " + absent);
            assertThatThrownBy(() -> test.as(ANNA, () -> relations.list(foreign, 10, null)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_removed_only_by_those_who_see_both_ends(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            VisibleRelations relations = new VisibleRelations(test.foundation);
            CustomerId ada = customer(test, ANNA, "Ada");
            CustomerId foreign = customer(test, BERT, "Secret");
            Relation hidden = test.as(ADMIN, () -> relations.add(ada, "friend", foreign));

            assertThatThrownBy(() -> test.callers.as(ANNA, () -> {
                        relations.remove(ada, hidden.id());
                        return ada;
                    }))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("There is no relation " + hidden.id());
            assertThat(test.as(ADMIN, () -> relations.list(ada, 10, null)).items())
                    .containsExactly(hidden);
        }
    }
}
