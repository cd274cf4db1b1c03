package io.clientele.segmentation.internal.plan;

import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.harness.TestCore;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.CustomerId;
import io.clientele.registry.NewConsent;
import io.clientele.registry.NewConsent.Decision;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers said of being approached, which the registry keeps, and what they prefer, which a module may. */
record Consenting(TestCore core) implements FactSource {
    static Consenting start(TestCore core) {
        core.migrate(Consenting.class);
        Consenting consenting = new Consenting(core);
        core.add(consenting);
        return consenting;
    }

    void says(CustomerId customer, @Nullable Boolean email, @Nullable Boolean phone) {
        say(customer, ContactChannel.EMAIL, email);
        say(customer, ContactChannel.PHONE, phone);
    }

    private void say(CustomerId customer, ContactChannel channel, @Nullable Boolean given) {
        if (given != null) {
            Decision decision = given ? Decision.GIVEN : Decision.WITHDRAWN;
            var unused = core.consents()
                    .add(
                            customer,
                            new NewConsent(channel, NewConsent.MARKETING, decision, Instant.EPOCH, "a test", null));
        }
    }

    void prefers(CustomerId customer, String channel, int hour) {
        core.transactions().write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into module_preference (channel, at_hour, customer_id) values (?, ?, ?)")) {
                insert.setString(1, channel);
                insert.setInt(2, hour);
                insert.setLong(3, customer.value());
                return insert.executeUpdate();
            }
        });
    }

    /** Says what a customer likes to hear of; how to be approached stays open. */
    void likes(CustomerId customer, String content) {
        core.transactions().write(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into module_preference (content, customer_id) values (?, ?)")) {
                insert.setString(1, content);
                insert.setLong(2, customer.value());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public String table() {
        return "module_preference";
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
                FactColumn.of("preference.channel", FactType.TEXT, "channel", Map.of("en", "Preferred channel")),
                FactColumn.of("preference.hour", FactType.NUMBER, "at_hour", Map.of("en", "Preferred hour")),
                FactColumn.of("preference.content", FactType.TEXT, "content", Map.of("en", "Preferred content")));
    }
}
