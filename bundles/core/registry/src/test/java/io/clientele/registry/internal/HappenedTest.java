package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.facts.CustomerQuery;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.Relation;
import io.clientele.testkit.TestDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HappenedTest {
    @ParameterizedTest
    @EnumSource
    void every_change_tells_what_was_touched(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            VisibleRelations relations = new VisibleRelations(test.foundation);
            Customer ann = test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ann")));
            Customer firm = test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.ORGANISATION, "Firm")));
            test.as(ADMIN, () -> test.registry.replace(ann.id(), 1, Profile.of(CustomerKind.PERSON, "Anna")));
            Relation works = test.as(ADMIN, () -> relations.add(ann.id(), "works for", firm.id()));
            test.as(ADMIN, () -> {
                relations.remove(ann.id(), works.id());
                return works;
            });

            assertThat(events(test, ann.id().value()))
                    .containsExactly(
                            "registry.CustomerAdded {\"version\":1}",
                            "registry.CustomerChanged {\"version\":2,\"fields\":[\"name\",\"owner\"]}",
                            "registry.RelationAdded {\"relation\":\"" + works.id() + "\"}",
                            "registry.RelationRemoved {\"relation\":\"" + works.id() + "\"}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_changes_nothing_tells_nothing(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            Customer ann = test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ann")));

            test.as(ADMIN, () -> test.registry.change(ann.id(), 1, profile -> profile));

            assertThat(events(test, ann.id().value())).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_import_tells_of_each_customer(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            UpsertedCustomers bulk = new UpsertedCustomers(test.foundation);
            Identifier reference = new Identifier("erp", "1");
            BulkCustomers.Row row = new BulkCustomers.Row(
                    new CustomerKey.ByIdentifier(reference), profile -> named(profile, profile.name() + "A"));
            BulkCustomers.Row other = new BulkCustomers.Row(null, profile -> named(profile, "B"));
            test.as(ADMIN, () -> bulk.write(List.of(row, other)));
            long id = test.as(
                            ADMIN,
                            () -> test.registry.list(new CustomerQuery("identifier==erp:1", null, 10, null, false)))
                    .items()
                    .get(0)
                    .id()
                    .value();

            test.as(ADMIN, () -> bulk.write(List.of(row)));

            assertThat(events(test, id))
                    .containsExactly(
                            "registry.CustomerAdded {\"version\":1}",
                            "registry.CustomerChanged {\"version\":2,\"fields\":[\"name\",\"owner\"]}");
        }
    }

    private static Profile named(Profile said, String name) {
        return Profile.of(said.kind(), name).identified(said.identifiers());
    }

    private static List<String> events(TestRegistry test, long customer) {
        return test.database.transactions().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select type, detail from events_event where customer_id = ? order by seq")) {
                select.setLong(1, customer);
                List<String> events = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        events.add(rows.getString(1) + " " + rows.getString(2));
                    }
                }
                return events;
            }
        });
    }
}
