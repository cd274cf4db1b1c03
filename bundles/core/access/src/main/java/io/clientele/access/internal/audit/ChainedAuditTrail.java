package io.clientele.access.internal.audit;

import io.clientele.access.AuditEntry;
import io.clientele.access.AuditTrail;
import io.clientele.access.Callers;
import io.clientele.access.ChainReport;
import io.clientele.access.History;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what {@link ChainedAudit} wrote. */
@Component
public final class ChainedAuditTrail implements AuditTrail, History {
    private static final String PERMISSION = "audit:audit";
    private final Transactions transactions;
    private final Callers callers;

    @Activate
    public ChainedAuditTrail(
            @Reference(target = "(bundle=io.clientele.access)") Schema schema,
            @Reference Transactions transactions,
            @Reference Callers callers) {
        this(transactions, callers);
    }

    public ChainedAuditTrail(Transactions transactions, Callers callers) {
        this.transactions = transactions;
        this.callers = callers;
    }

    @Override
    public Page<AuditEntry> list(int limit, @Nullable String cursor) {
        callers.require(PERMISSION);
        return page("id < ?", limit, cursor, (query, first) -> first);
    }

    @Override
    public Page<AuditEntry> of(String subject, long id, int limit, @Nullable String cursor) {
        return page("id < ? and subject_id = ? and subject = ?", limit, cursor, (query, first) -> {
            query.setLong(first, id);
            query.setString(first + 1, subject);
            return first + 2;
        });
    }

    @Override
    public ChainReport verify() {
        callers.require(PERMISSION);
        return new ChainVerifier(transactions).verify();
    }

    private static long id(String cursor) {
        long id = ShortId.parse(cursor);
        if (id < 0) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
        return id;
    }

    /** Sets what a condition asks for from {@code first} on, and tells where the next value goes. */
    @FunctionalInterface
    private interface Condition {
        int bind(PreparedStatement query, int first) throws SQLException;
    }

    private Page<AuditEntry> page(String where, int limit, @Nullable String cursor, Condition condition) {
        long before = cursor == null ? Long.MAX_VALUE : id(cursor);
        List<AuditEntry> found = transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select " + StoredEntry.COLUMNS
                    + " from access_audit where " + where + " order by id desc limit ?")) {
                query.setLong(1, before);
                query.setInt(condition.bind(query, 2), limit + 1);
                return read(query);
            }
        });
        boolean more = found.size() > limit;
        List<AuditEntry> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? ShortId.format(items.get(limit - 1).id()) : null, null);
    }

    private static List<AuditEntry> read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<AuditEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(StoredEntry.from(rows).entry());
            }
            return entries;
        }
    }
}
