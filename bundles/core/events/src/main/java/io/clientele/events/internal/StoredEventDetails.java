package io.clientele.events.internal;

import io.clientele.events.EventDetails;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Empties the details where they are kept: with the event, with what is parked, and with what waits to be sent. */
@Component
public final class StoredEventDetails implements EventDetails {
    private static final String OF_CUSTOMER = " where customer_id = ? and type not like ?";
    private static final String[] STATEMENTS = {
        "delete from events_delivery where seq in (select seq from events_event" + OF_CUSTOMER + ")",
        "update events_parked set detail = '{}'" + OF_CUSTOMER,
        "update events_event set detail = '{}'" + OF_CUSTOMER
    };

    private final Transactions transactions;

    @Activate
    public StoredEventDetails(
            @Reference(target = "(bundle=io.clientele.events)") Schema schema, @Reference Transactions transactions) {
        this(transactions);
    }

    public StoredEventDetails(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void forget(long customer, String except) {
        transactions.write(connection -> {
            for (String statement : STATEMENTS) {
                run(connection, statement, customer, except);
            }
            return customer;
        });
    }

    private static void run(Connection connection, String sql, long customer, String except) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, customer);
            statement.setString(2, except + ".%");
            statement.executeUpdate();
        }
    }
}
