package io.clientele.registry.internal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.GoneException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;
import io.clientele.registry.NewMerge;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.internal.BulkRelations;
import io.clientele.registry.internal.CustomerKey;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.RelationImport;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of two who write at the same time, the second one sees what the first one did. */
class ConcurrentWritesTest {
    /** Does {@code second} on another thread while {@code first} is written and not committed. */
    private static <T> T meanwhile(Firm firm, Runnable first, Supplier<T> second) {
        return firm.test
                .database
                .transactions()
                .write(connection -> {
                    first.run();
                    CompletableFuture<T> other = CompletableFuture.supplyAsync(second);
                    awaitUntilItWaits(other);
                    return other;
                })
                .join();
    }

    /** Nothing tells that a thread waits for a row; if it goes on within this time, it does not. */
    private static void awaitUntilItWaits(CompletableFuture<?> other) {
        try {
            other.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What came of it is seen afterwards.
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Runnable merge(Firm firm, CustomerId survivor, CustomerId other) {
        NewMerge order = new NewMerge(firm.read(survivor), firm.read(other), Set.of());
        return () -> firm.test.as(Firm.LEAD, () -> firm.merges.merge(order));
    }

    @ParameterizedTest
    @EnumSource
    void two_returns_give_back_no_more_than_was_paid(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            PurchaseId bought = firm.buy(ada, "2026-01-01", 10, null).id();

            assertThatThrownBy(() -> meanwhile(
                            firm,
                            () -> firm.buy(ada, "2026-01-02", -10, bought),
                            () -> firm.buy(ada, "2026-01-02", -10, bought)))
                    .hasCauseInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("More would come back than was paid");

            assertThat(Rows.count(firm.test.database, "registry_purchase")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_relation_is_not_added_to_a_customer_that_is_merged_meanwhile(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele");
            CustomerId third = firm.add("Bob");
            Runnable merge = merge(firm, ada, twin);

            assertThatThrownBy(() -> meanwhile(firm, merge, () -> {
                        firm.relate(twin, "knows", third);
                        return true;
                    }))
                    .hasCauseInstanceOf(GoneException.class);

            assertThat(Rows.count(firm.test.database, "registry_relation")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_relation_is_not_added_towards_a_customer_that_is_merged_meanwhile(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele");
            CustomerId third = firm.add("Bob");
            Runnable merge = merge(firm, ada, twin);

            assertThatThrownBy(() -> meanwhile(firm, merge, () -> {
                        firm.relate(third, "knows", twin);
                        return true;
                    }))
                    .hasCauseInstanceOf(InvalidInputException.class);

            assertThat(Rows.count(firm.test.database, "registry_relation")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_of_a_file_with_relations_fails_if_its_customer_is_merged_meanwhile(TestDatabase kind) {
        try (Firm firm = new Firm(kind)) {
            CustomerId ada = firm.add("Ada");
            CustomerId twin = firm.add("Adele", "2");
            CustomerId third = firm.add("Bob", "3");
            CustomerKey two = new CustomerKey.ByIdentifier(new Identifier("erp", "2"));
            CustomerKey three = new CustomerKey.ById(third);
            BulkRelations bulk = new RelationImport(firm.test.foundation);
            Runnable merge = merge(firm, ada, twin);

            List<Outcome> outcomes = meanwhile(
                    firm,
                    merge,
                    () -> firm.test.as(
                            Firm.LEAD,
                            () -> bulk.write(List.of(
                                    new BulkRelations.Row(two, "knows", three),
                                    new BulkRelations.Row(new CustomerKey.ById(ada), "knows", three)))));

            assertThat(outcomes)
                    .extracting(Outcome::result)
                    .containsExactly(Outcome.Result.FAILED, Outcome.Result.ADDED);
        }
    }
}
