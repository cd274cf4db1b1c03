package io.clientele.registry.internal.transfer;

import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.FactValues;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.transfer.CustomerExport.Table;
import io.clientele.registry.internal.transfer.csv.CsvText;
import io.clientele.registry.internal.transfer.mapping.Assignees;
import io.clientele.registry.internal.transfer.mapping.Lists;
import io.clientele.registry.internal.transfer.mapping.Staff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list as it is shown: the chosen facts in their order, the rows in theirs. */
final class FactExport implements Table {
    private static final int PAGE = 200;
    private static final String ID = "id";
    /** What these facts are to a filter is made for comparing; the customer knows how they are written. */
    private static final List<String> NAMES = List.of("name", "name.written");

    private final Parts parts;
    private final Wanted wanted;

    /** Where rows and facts come from. */
    record Parts(Customers customers, FactValues values, Staff staff) {}

    /**
     * What a list shows.
     *
     * @param facts names of facts, the first in the first column after the id
     */
    record Wanted(@Nullable String filter, @Nullable String sort, List<String> facts) {
        static Wanted of(@Nullable String filter, @Nullable String sort, String facts) {
            List<String> names = Arrays.stream(facts.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty() && !name.equals(ID))
                    .distinct()
                    .toList();
            return new Wanted(filter, sort, names);
        }

        private List<String> asked() {
            return facts.stream().filter(name -> !NAMES.contains(name)).toList();
        }

        private CustomerQuery query(int limit, @Nullable String cursor) {
            return new CustomerQuery(filter, sort, limit, cursor, false);
        }
    }

    FactExport(Parts parts, Wanted wanted) {
        this.parts = parts;
        this.wanted = wanted;
    }

    @Override
    public @Nullable String filter() {
        return wanted.filter();
    }

    @Override
    public void check() {
        parts.customers().list(wanted.query(1, null), CustomerRow.ROW);
        parts.values().of(List.of(), wanted.asked());
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of(ID));
        header.addAll(wanted.facts());
        return header;
    }

    @Override
    public void write(CsvText rows) {
        Assigned assigned = new Assigned(
                Assignees.of(parts.staff().users()), Assignees.of(parts.staff().teams()));
        String cursor = null;
        do {
            Page<CustomerRow> page = parts.customers().list(wanted.query(PAGE, cursor), CustomerRow.ROW);
            Map<Long, Map<String, Object>> facts =
                    parts.values().of(page.items().stream().map(CustomerRow::id).toList(), wanted.asked());
            for (CustomerRow row : page.items()) {
                rows.row(row(row, facts.getOrDefault(row.id(), Map.of()), assigned));
            }
            cursor = page.next();
        } while (cursor != null);
    }

    /** How users and teams are called. */
    private record Assigned(Assignees users, Assignees teams) {
        String text(String fact, Object value) {
            return switch (fact) {
                case "owner" -> users.write(ShortId.parse(value.toString()));
                case "team" -> teams.write(ShortId.parse(value.toString()));
                default -> value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            };
        }
    }

    private List<String> row(CustomerRow customer, Map<String, Object> facts, Assigned assigned) {
        List<String> row = new ArrayList<>(List.of(ShortId.format(customer.id())));
        for (String name : wanted.facts()) {
            Object value = NAMES.contains(name) ? customer.name() : facts.getOrDefault(name, "");
            row.add(cell(name, value, assigned));
        }
        return row;
    }

    private static String cell(String fact, Object value, Assigned assigned) {
        if (value instanceof List<?> several) {
            return Lists.join(several.stream()
                    .map(each -> assigned.text(fact, String.valueOf(each)))
                    .toList());
        }
        return value.equals("") ? "" : assigned.text(fact, value);
    }
}
