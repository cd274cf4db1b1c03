package io.clientele.segmentation.internal.matrix;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers think of the firm and what they buy of it, as a module may measure it. */
record Measured(Desk desk) implements FactSource {
    static Measured start(Desk desk) {
        desk.core.migrate(Measured.class);
        Measured measured = new Measured(desk);
        desk.core.add(measured);
        return measured;
    }

    /** Adds a customer of whom this was measured. */
    CustomerId customer(String name, @Nullable Double attitude, @Nullable Double patronage) {
        CustomerId added = desk.customer(name, Status.ACTIVE);
        put(added, "attitude", attitude == null ? null : BigDecimal.valueOf(attitude));
        put(added, "patronage", patronage == null ? null : BigDecimal.valueOf(patronage));
        return added;
    }

    /** Says on how many answers and purchases it rests. */
    void rests(CustomerId customer, @Nullable Integer answers, @Nullable Integer purchases) {
        put(customer, "answers", answers);
        put(customer, "purchases", purchases);
    }

    void feels(CustomerId customer, String mood) {
        put(customer, "mood", mood);
    }

    private void put(CustomerId customer, String column, @Nullable Object value) {
        int known = run("update module_measure set " + column + " = ? where customer_id = ?", value, customer.value());
        if (known == 0) {
            int unused = run(
                    "insert into module_measure (" + column + ", customer_id) values (?, ?)", value, customer.value());
        }
    }

    private int run(String sql, @Nullable Object value, long customer) {
        return desk.core.transactions().write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, value);
                statement.setLong(2, customer);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public String table() {
        return "module_measure";
    }

    @Override
    public String customerColumn() {
        return "customer_id";
    }

    @Override
    public Cardinality cardinality() {
        return Cardinality.ONE;
    }

    @Override
    public List<FactColumn> columns() {
        return List.of(
                number("attitude"),
                number("patronage"),
                number("answers"),
                number("purchases"),
                FactColumn.of("measure.mood", FactType.TEXT, "mood", Map.of("en", "Mood")));
    }

    private static FactColumn number(String column) {
        return FactColumn.of("measure." + column, FactType.NUMBER, column, Map.of("en", column));
    }
}
