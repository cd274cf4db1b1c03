package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Profile;
import io.clientele.registry.Purchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.PurchaseLine;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurchasesTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static NewPurchase purchase(
            @Nullable String reference, String quantity, String amount, @Nullable PurchaseId returnOf) {
        PurchaseLine line =
                new PurchaseLine("CD", new BigDecimal(quantity), new BigDecimal(amount), new BigDecimal("1.5"));
        return new NewPurchase(
                reference == null ? null : new Identifier("shop", reference),
                LocalDate.of(2026, 1, 2),
                EUR,
                List.of(line, line),
                returnOf);
    }

    private static CustomerId customer(TestRegistry test) {
        return test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void gives_back_the_lines_with_their_exact_amounts(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedPurchases purchases = new RecordedPurchases(test.foundation);
            CustomerId id = customer(test);

            Purchase added = test.as(ADMIN, () -> purchases.add(id, purchase("1", "2", "29.330", null)));

            assertThat(test.as(ADMIN, () -> purchases.list(id, 10, null)).items())
                    .containsExactly(added);
            assertThat(added.content().amount().amount()).isEqualTo(new BigDecimal("58.66"));
            assertThat(added.content().lines().get(0).margin()).contains(new BigDecimal("27.83"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void marks_what_was_returned_and_takes_back_no_more_than_was_paid(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedPurchases purchases = new RecordedPurchases(test.foundation);
            CustomerId id = customer(test);
            PurchaseId bought = test.as(ADMIN, () -> purchases.add(id, purchase("1", "2", "10", null)))
                    .id();

            test.as(ADMIN, () -> purchases.add(id, purchase("2", "-1", "-6", bought)));

            assertThatThrownBy(() -> test.as(ADMIN, () -> purchases.add(id, purchase("3", "-1", "-6", bought))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("More would come back than was paid");
            assertThatThrownBy(() -> test.as(ADMIN, () -> purchases.add(id, purchase("4", "1", "6", bought))))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(test.as(ADMIN, () -> purchases.list(id, 10, null)).items())
                    .extracting(Purchase::returned)
                    .containsExactly(false, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_back_no_more_than_was_paid_in_one_batch(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerKey ada = new CustomerKey.ById(customer(test));
            CustomerId id = ((CustomerKey.ById) ada).id();
            PurchaseId bought = test.as(
                            ADMIN, () -> new RecordedPurchases(test.foundation).add(id, purchase("1", "2", "10", null)))
                    .id();
            List<BulkPurchases.Row> rows = List.of(
                    new BulkPurchases.Row(ada, purchase("2", "-1", "-6", bought)),
                    new BulkPurchases.Row(ada, purchase("3", "-1", "-6", bought)));

            List<Outcome> outcomes = test.as(ADMIN, () -> new PurchaseImport(test.foundation).write(rows));

            assertThat(outcomes)
                    .extracting(Outcome::result)
                    .containsExactly(Outcome.Result.ADDED, Outcome.Result.FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void records_a_reference_once(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedPurchases purchases = new RecordedPurchases(test.foundation);
            CustomerId id = customer(test);
            test.as(ADMIN, () -> purchases.add(id, purchase("1", "2", "10", null)));

            assertThatThrownBy(() -> test.as(ADMIN, () -> purchases.add(id, purchase("1", "2", "10", null))))
                    .isInstanceOf(ConflictException.class)
                    .hasMessage("shop:1 is on record already");
        }
    }
}
