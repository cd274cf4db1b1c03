package io.clientele.access.internal.audit;

import io.clientele.access.Redaction;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaves the digest of each detail in its place, which is all that the chain needs of it. */
@Component
public final class ChainedRedaction implements Redaction {
    private static final int AT_ONCE = 500;
    private static final String FIND =
            "select chain, seq, detail from access_audit where subject_id = ? and subject = ? and detail_digest is null"
                    + " and action not like '%Erased' limit " + AT_ONCE;
    private static final String REPLACE =
            "update access_audit set detail = ?, detail_digest = ? where chain = ? and seq = ?";

    private final Transactions transactions;

    private record Place(int chain, long sequence, String digest) {}

    @Activate
    public ChainedRedaction(
            @Reference(target = "(bundle=io.clientele.access)") Schema schema, @Reference Transactions transactions) {
        this(transactions);
    }

    public ChainedRedaction(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void redact(String subject, long id) {
        transactions.write(connection -> {
            List<Place> found = find(connection, subject, id);
            while (!found.isEmpty()) {
                replace(connection, found);
                found = found.size() < AT_ONCE ? List.of() : find(connection, subject, id);
            }
            return id;
        });
    }

    private static List<Place> find(Connection connection, String subject, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setLong(1, id);
            select.setString(2, subject);
            List<Place> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Place(row.getInt(1), row.getLong(2), ChainLink.digest(row.getString(3))));
                }
            }
            return found;
        }
    }

    private static void replace(Connection connection, List<Place> places) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REPLACE)) {
            for (Place place : places) {
                update.setString(1, ERASED);
                update.setString(2, place.digest());
                update.setInt(3, place.chain());
                update.setLong(4, place.sequence());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
