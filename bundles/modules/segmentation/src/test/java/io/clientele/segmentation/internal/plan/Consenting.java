package io.clientele.segmentation.internal.plan;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.harness.TestCore;
import io.clientele.registry.CustomerId;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who keeps consent and preferences of customers as facts. */
record Consenting(TestCore core) implements FactSource {
    static Consenting start(TestCore core) {
        core.migrate(Consenting.class);
        Consenting consenting = new Consenting(core);
        core.add(consenting);
        return consenting;
    }

    void says(CustomerId customer, @Nullable Boolean email, @Nullable Boolean phone) {
        core.transactions().write(connection -> {
            try (PreparedStatement delete =
                            connection.prepareStatement("delete from module_consent where customer_id = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into module_consent (customer_id, email, phone) values (?, ?, ?)")) {
                delete.setLong(1, customer.value());
                delete.executeUpdate();
                insert.setLong(1, customer.value());
                insert.setObject(2, email, Types.BOOLEAN);
                insert.setObject(3, phone, Types.BOOLEAN);
                return insert.executeUpdate();
            }
        });
    }

    void prefers(CustomerId customer, String channel, int hour) {
        core.transactions().write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update module_consent set channel = ?, at_hour = ? where customer_id = ?")) {
                update.setString(1, channel);
                update.setInt(2, hour);
                update.setLong(3, customer.value());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public String table() {
        return "module_consent";
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
                FactColumn.of("consent.email", FactType.BOOLEAN, "email", Map.of("en", "E-mail allowed")),
                FactColumn.of("consent.phone", FactType.BOOLEAN, "phone", Map.of("en", "Call allowed")),
                FactColumn.of("preference.channel", FactType.TEXT, "channel", Map.of("en", "Preferred channel")),
                FactColumn.of("preference.hour", FactType.NUMBER, "at_hour", Map.of("en", "Preferred hour")));
    }
}
