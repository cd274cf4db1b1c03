package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.UserId;
import io.clientele.kernel.ForbiddenException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Profile;
import io.clientele.registry.PurchaseHistory;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.PurchaseLine;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurchaseHistoryTest {
    private static final Caller AGENT = new Caller(new UserId(3), "ann", Set.of(Role.AGENT), Scope.TEAM, Set.of());

    @ParameterizedTest
    @EnumSource
    void hands_over_purchases_and_books_returns_on_the_day_of_the_purchase(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            CustomerId ada = customer(test);
            CustomerId bert = customer(test);
            PurchaseId bought = buy(test, ada, of("12.50", LocalDate.of(2026, 1, 2), null));
            buy(test, ada, of("-2.50", LocalDate.of(2026, 1, 9), bought));
            buy(test, bert, of("7", LocalDate.of(1970, 1, 2), null));
            PurchaseHistory history = new RecordedHistory(test.foundation);

            List<String> all = taken(test, history::forEach);
            List<String> ofBert = taken(test, sink -> history.forEach(List.of(bert.value()), sink));

            long day = LocalDate.of(2026, 1, 2).toEpochDay();
            assertThat(all)
                    .containsExactly(
                            ada.value() + " " + day + " 12.5 EUR",
                            ada.value() + " " + day + " -2.5 EUR",
                            bert.value() + " 1 7 EUR");
            assertThat(ofBert).containsExactly(bert.value() + " 1 7 EUR");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_who_does_not_see_every_customer(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            PurchaseHistory history = new RecordedHistory(test.foundation);

            assertThatThrownBy(() -> test.as(AGENT, () -> {
                        history.forEach((customer, day, amount, currency) -> {});
                        return true;
                    }))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_the_currency_that_most_purchases_are_in_to_whoever_reads_customers(TestDatabase kind) {
        try (TestRegistry test = new TestRegistry(kind)) {
            PurchaseHistory history = new RecordedHistory(test.foundation);
            assertThat(test.as(AGENT, history::usualCurrency)).isEmpty();
            CustomerId ada = customer(test);
            LocalDate day = LocalDate.of(2026, 1, 2);
            for (String currency : List.of("CNY", "EUR", "CNY")) {
                buy(test, ada, of("7", day, null, currency));
            }

            assertThat(test.as(AGENT, history::usualCurrency)).contains("CNY");
        }
    }

    private static CustomerId customer(TestRegistry test) {
        return test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                .id();
    }

    private static NewPurchase of(String amount, LocalDate on, @Nullable PurchaseId returnOf) {
        return of(amount, on, returnOf, "EUR");
    }

    private static NewPurchase of(String amount, LocalDate on, @Nullable PurchaseId returnOf, String currency) {
        BigDecimal sum = new BigDecimal(amount);
        PurchaseLine line = new PurchaseLine("CD", BigDecimal.valueOf(sum.signum()), sum, null);
        return new NewPurchase(null, on, Currency.getInstance(currency), List.of(line), returnOf);
    }

    private static PurchaseId buy(TestRegistry test, CustomerId customer, NewPurchase purchase) {
        return test.as(ADMIN, () -> new RecordedPurchases(test.foundation).add(customer, purchase))
                .id();
    }

    private static List<String> taken(TestRegistry test, Consumer<PurchaseHistory.Sink> reading) {
        List<String> taken = new ArrayList<>();
        return test.as(ADMIN, () -> {
            reading.accept((customer, day, amount, currency) -> taken.add(
                    customer + " " + day + " " + amount.stripTrailingZeros().toPlainString() + " " + currency));
            return taken;
        });
    }
}
