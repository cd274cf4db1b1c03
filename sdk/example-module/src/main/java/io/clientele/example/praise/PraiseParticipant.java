package io.clientele.example.praise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.registry.spi.Merged;
import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets the praise of customers who are erased, gives it to whom they become part of, and tells customers what praise of theirs is kept. */
@Component
public final class PraiseParticipant implements LifeCycleParticipant {
    private final Transactions transactions;

    @Activate
    public PraiseParticipant(
            @Reference Transactions transactions,
            @Reference(target = "(bundle=io.clientele.example.praise)") Schema schema) {
        this(transactions);
    }

    PraiseParticipant(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void erased(CustomerId customer) {
        transactions.write(connection -> {
            PraiseTable.delete(connection, customer);
            return customer;
        });
    }

    @Override
    public void merged(Merged merged) {
        transactions.write(connection -> {
            PraiseTable.move(connection, merged);
            return count(connection, merged);
        });
    }

    @Override
    public void unmerged(Merged merged) {
        transactions.write(connection -> {
            PraiseTable.moveBack(connection, merged);
            return count(connection, merged);
        });
    }

    private static Merged count(Connection connection, Merged merged) throws SQLException {
        PraiseTable.count(connection, merged.survivor().value());
        PraiseTable.count(connection, merged.other().value());
        return merged;
    }

    @Override
    public String subjectData(CustomerId customer) {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        transactions
                .read(connection -> PraiseTable.all(connection, customer))
                .forEach(praise -> told.addObject()
                        .put("words", praise.words())
                        .put("saidAt", praise.saidAt().toString()));
        return told.toString();
    }
}
