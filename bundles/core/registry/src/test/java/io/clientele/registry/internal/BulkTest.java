package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static io.clientele.registry.internal.TestRegistry.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.facts.CustomerQuery;
import io.clientele.kernel.ForbiddenException;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.Direction;
import io.clientele.registry.Identifier;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Profile;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.Status;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulkTest {
    private static final String TRICKY = "tab\\t back\\slash \"quote\" 王";

    private static final NewPurchase PURCHASE = new NewPurchase(
            new Identifier("shop", "1"),
            LocalDate.of(1997, 1, 1),
            Currency.getInstance("USD"),
            List.of(new PurchaseLine("CD", BigDecimal.ONE, new BigDecimal("11.77"), null)),
            null);
    private static final NewInteraction MEETING = new NewInteraction(
            InteractionKind.MEETING, Direction.OUT, null, Instant.parse("2026-01-01T00:00:00Z"), List.of(), null, "x");

    private static BulkCustomers.Row row(String id, String name, String email) {
        return new BulkCustomers.Row(
                new CustomerKey.ByIdentifier(new Identifier("erp", id)),
                p -> new Profile(
                        p.kind(),
                        name,
                        p.language(),
                        p.timeZone(),
                        Status.ACTIVE,
                        p.owner(),
                        p.team(),
                        p.identifiers(),
                        List.of(new ContactPoint.Email(email, null)),
                        p.tags()));
    }

    private static CustomerKey erp(String id) {
        return new CustomerKey.ByIdentifier(new Identifier("erp", id));
    }

    private static List<Outcome.Result> results(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::result).toList();
    }

    private static long count(TestRegistry test, @Nullable String filter) {
        return test.as(ADMIN, () -> test.customers.count(filter));
    }

    @ParameterizedTest
    @EnumSource
    void adds_updates_and_leaves_alone_what_says_the_same(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BulkCustomers bulk = new UpsertedCustomers(test.foundation);
            List<BulkCustomers.Row> rows =
                    List.of(row("1", TRICKY, "a@x.org"), row("2", "Bo", "b@x.org"), row("2", "Bob", "b@x.org"));

            assertThat(results(test.as(ADMIN, () -> bulk.rehearse(rows, Rehearsal.NONE))))
                    .containsExactly(Outcome.Result.ADDED, Outcome.Result.ADDED, Outcome.Result.UPDATED);
            assertThat(count(test, null)).isZero();
            assertThat(results(test.as(ADMIN, () -> bulk.write(rows))))
                    .containsExactly(Outcome.Result.ADDED, Outcome.Result.ADDED, Outcome.Result.UPDATED);
            assertThat(results(test.as(
                            ADMIN, () -> bulk.write(List.of(row("1", TRICKY, "a@x.org"), row("2", "Bob", "c@x.org"))))))
                    .containsExactly(Outcome.Result.UNCHANGED, Outcome.Result.UPDATED);

            assertThat(test.as(ADMIN, () -> test.registry.list(new CustomerQuery(null, "-name", 9, null, false)))
                            .items())
                    .extracting(customer -> customer.profile().name())
                    .containsExactly(TRICKY, "Bob");
            assertThat(count(test, "email==c@x.org;identifier==erp:2")).isEqualTo(1);
            assertThat(count(test, "email==b@x.org")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaves_out_faulty_rows_and_says_why(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BulkCustomers bulk = new UpsertedCustomers(test.foundation);

            List<Outcome> outcomes =
                    test.as(ADMIN, () -> bulk.write(List.of(row("1", "", "nobody"), row("2", "Bo", "b@x.org"))));

            assertThat(results(outcomes)).containsExactly(Outcome.Result.FAILED, Outcome.Result.ADDED);
            assertThat(outcomes.get(0).faults())
                    .extracting(fault -> fault.pointer())
                    .containsExactlyInAnyOrder("/name", "/contactPoints/0/value");
            assertThat(count(test, null)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asks_for_the_permission_to_import(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            BulkCustomers bulk = new UpsertedCustomers(test.foundation);

            assertThatThrownBy(() -> test.as(ANNA, () -> bulk.write(List.of(row("1", "A", "a@x.org")))))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void records_what_belongs_to_customers_once(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            test.as(ADMIN, () -> new UpsertedCustomers(test.foundation)
                    .write(List.of(row("1", "Ada", "a@x.org"), row("2", "Bo", "b@x.org"))));
            BulkPurchases purchases = new PurchaseImport(test.foundation);
            BulkInteractions interactions = new InteractionImport(test.foundation);
            BulkRelations relations = new RelationImport(test.foundation);
            List<BulkPurchases.Row> bought =
                    List.of(new BulkPurchases.Row(erp("1"), PURCHASE), new BulkPurchases.Row(erp("9"), PURCHASE));
            List<BulkInteractions.Row> met =
                    List.of(new BulkInteractions.Row(erp("1"), MEETING), new BulkInteractions.Row(erp("1"), MEETING));
            List<BulkRelations.Row> related = List.of(new BulkRelations.Row(erp("1"), "employer", erp("2")));

            assertThat(results(test.as(ADMIN, () -> purchases.write(bought))))
                    .containsExactly(Outcome.Result.ADDED, Outcome.Result.FAILED);
            assertThat(results(test.as(ADMIN, () -> interactions.write(met))))
                    .containsExactly(Outcome.Result.ADDED, Outcome.Result.UNCHANGED);
            assertThat(results(test.as(ADMIN, () -> relations.write(related)))).containsExactly(Outcome.Result.ADDED);
            assertThat(results(test.as(ADMIN, () -> purchases.write(bought))))
                    .containsExactly(Outcome.Result.UNCHANGED, Outcome.Result.FAILED);
            assertThat(results(test.as(ADMIN, () -> relations.write(related))))
                    .containsExactly(Outcome.Result.UNCHANGED);

            assertThat(count(test, "purchases.count==1;purchases.last==1997-01-01;timeline.interactions==1"))
                    .isEqualTo(1);
        }
    }
}
