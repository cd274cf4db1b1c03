package io.clientele.registry.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.registry.CustomerId;
import io.clientele.registry.NewConsent.Decision;
import io.clientele.testkit.TestDatabase;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever belongs to customers and in whatever order they are merged: undone in reverse, every table is as it was. */
class MergeProperties {
    private static final int CUSTOMERS = 4;
    private static final Map<String, String> TABLES = Map.of(
            "registry_customer",
            "id, kind, name, name_key, search_words, language, time_zone, status, owner_id, team_id, created_at",
            "registry_key",
            "kind, term, customer_id",
            "registry_identifier",
            "reference, customer_id",
            "registry_interaction",
            "id, customer_id, occurred_at",
            "registry_purchase",
            "id, customer_id, purchased_on, return_of",
            "registry_relation",
            "id, customer_id, kind, other_id",
            "registry_activity",
            "customer_id, last_contact, interactions, purchases, first_purchase, last_purchase",
            "registry_consent_entry",
            "id, customer_id, decided_at, decision",
            "registry_consent",
            "customer_id, email, phone",
            "registry_merge_row",
            "merge_id, kind, row_id");

    /** Something that happens to one of the customers, in which another one may take part. */
    record Step(int what, int who, int whom) {}

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, CUSTOMERS - 1),
                        Arbitraries.integers().between(0, CUSTOMERS - 1))
                .as(Step::new);
        return step.list().ofMinSize(4).ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(0, 1, 2, 3);
    }

    @Property(tries = 6)
    void undone_in_reverse_all_is_as_it_was_on_h2(
            @ForAll("lives") List<Step> lives, @ForAll("orders") List<Integer> order) {
        compare(TestDatabase.H2, lives, order);
    }

    @Property(tries = 6)
    void undone_in_reverse_all_is_as_it_was_on_postgresql(
            @ForAll("lives") List<Step> lives, @ForAll("orders") List<Integer> order) {
        compare(TestDatabase.POSTGRESQL, lives, order);
    }

    private static void compare(TestDatabase kind, List<Step> lives, List<Integer> order) {
        try (Firm firm = new Firm(kind)) {
            List<CustomerId> customers = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.add(firm.add("Name" + i, "id" + i));
            }
            lives.forEach(step -> live(firm, customers, step));
            String before = everything(firm);

            // The first becomes part of the second or of the third, then those of each other or of the last.
            List<CustomerId> alive = new ArrayList<>();
            order.forEach(i -> alive.add(customers.get(i)));
            List<CustomerId> undo = new ArrayList<>();
            while (alive.size() > 1) {
                CustomerId other = alive.remove(0);
                CustomerId survivor = alive.get(other.value() % 2 == 0 ? 0 : alive.size() - 1);
                firm.merge(survivor, other);
                assertThat(left(firm, other)).isEmpty();
                undo.add(survivor);
                undo.add(other);
            }
            for (int i = undo.size() - 2; i >= 0; i -= 2) {
                firm.unmerge(undo.get(i), undo.get(i + 1));
            }

            assertThat(everything(firm)).isEqualTo(before);
        }
    }

    private static void live(Firm firm, List<CustomerId> customers, Step step) {
        CustomerId who = customers.get(step.who());
        CustomerId whom = customers.get(step.whom());
        String day = "2026-01-0" + (1 + step.whom());
        switch (step.what()) {
            case 0 -> firm.call(who, day);
            case 1 -> firm.buy(who, day, 10, null);
            case 2 -> firm.say(who, step.whom() % 2 == 0 ? Decision.GIVEN : Decision.WITHDRAWN, day);
            case 3 -> firm.buy(who, day, -5, firm.buy(who, day, 10, null).id());
            default -> {
                if (!who.equals(whom) && !firm.relations(who).contains("out knows Name" + step.whom())) {
                    firm.relate(who, "knows", whom);
                }
            }
        }
    }

    /** The tables in which something names a customer that became part of another. */
    private static List<String> left(Firm firm, CustomerId former) {
        List<String> left = new ArrayList<>();
        new TreeMap<>(TABLES).forEach((table, columns) -> {
            if (columns.contains("customer_id")
                    && Rows.count(firm.test.database, table + " where customer_id = " + former.value()) > 0) {
                left.add(table);
            }
        });
        return left;
    }

    private static String everything(Firm firm) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(TABLES).forEach((table, columns) -> all.append(table).append(rows(firm, table, columns)));
        return all.toString();
    }

    private static List<String> rows(Firm firm, String table, String columns) {
        return firm.test.database.transactions().read(connection -> {
            try (var select = connection.prepareStatement("select " + columns + " from " + table);
                    ResultSet row = select.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    StringBuilder text = new StringBuilder("\n");
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(row.getString(i)).append(' ');
                    }
                    rows.add(text.toString());
                }
                Collections.sort(rows);
                return rows;
            }
        });
    }
}
