package io.clientele.registry.internal;

import static io.clientele.registry.internal.TestRegistry.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Direction;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Profile;
import io.clientele.registry.PurchaseLine;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ActivityProperties {
    private static final List<InteractionKind> KINDS = List.of(InteractionKind.values());
    private static final String SUMMARY = "select last_contact, interactions, purchases, first_purchase, last_purchase"
            + " from registry_activity where customer_id = ?";
    private static final String RECOMPUTED = "select (select max(occurred_at) from registry_interaction"
            + " where customer_id = c.id and kind not in ('note', 'task')),"
            + " (select count(*) from registry_interaction where customer_id = c.id), count(p.id),"
            + " min(p.purchased_on), max(p.purchased_on) from registry_customer c left join registry_purchase p"
            + " on p.customer_id = c.id and p.amount >= 0 where c.id = ? group by c.id";

    /** A day, and what happened on it: an interaction of some kind, or a purchase of some amount. */
    record Happening(int day, int what) {}

    @Provide
    Arbitrary<List<Happening>> histories() {
        Arbitrary<Happening> happening = Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(-3, 5))
                .as(Happening::new);
        return happening.list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 8)
    void the_summary_equals_a_recomputation_on_h2(@ForAll("histories") List<Happening> history) {
        compare(TestDatabase.H2, history);
    }

    @Property(tries = 8)
    void the_summary_equals_a_recomputation_on_postgresql(@ForAll("histories") List<Happening> history) {
        compare(TestDatabase.POSTGRESQL, history);
    }

    private static void compare(TestDatabase kind, List<Happening> history) {
        try (TestRegistry test = new TestRegistry(kind)) {
            RecordedTimeline timeline = new RecordedTimeline(test.foundation);
            RecordedPurchases purchases = new RecordedPurchases(test.foundation);
            CustomerId id = test.as(ADMIN, () -> test.registry.add(Profile.of(CustomerKind.PERSON, "Ada")))
                    .id();
            for (Happening each : history) {
                if (each.what() >= 0) {
                    test.as(ADMIN, () -> timeline.add(id, interaction(each)));
                } else {
                    test.as(ADMIN, () -> purchases.add(id, purchase(each)));
                }
            }

            assertThat(row(test, SUMMARY, id)).isEqualTo(row(test, RECOMPUTED, id));
        }
    }

    private static NewInteraction interaction(Happening happening) {
        return new NewInteraction(
                KINDS.get(happening.what()),
                Direction.NONE,
                null,
                Instant.parse("2024-01-01T00:00:00Z").plusSeconds(86_400L * happening.day()),
                List.of(),
                null,
                null);
    }

    private static NewPurchase purchase(Happening happening) {
        BigDecimal amount = BigDecimal.valueOf(happening.what() + 2L);
        return new NewPurchase(
                null,
                LocalDate.of(2024, 1, 1).plusDays(happening.day()),
                Currency.getInstance("EUR"),
                List.of(new PurchaseLine("CD", amount, amount, null)),
                null);
    }

    private static String row(TestRegistry test, String sql, CustomerId id) {
        return test.database.transactions().read(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? row.getObject(1, java.time.OffsetDateTime.class) + " " + row.getInt(2) + " "
                                    + row.getInt(3) + " " + row.getString(4) + " " + row.getString(5)
                            : "null 0 0 null null";
                }
            }
        });
    }
}
