package io.clientele.access.internal.audit;

import io.clientele.access.AuditEntry;
import io.clientele.access.AuditQuery;
import io.clientele.access.AuditTrail;
import io.clientele.access.Callers;
import io.clientele.access.ChainReport;
import io.clientele.access.History;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
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
    public Page<AuditEntry> list(AuditQuery asked, int limit, @Nullable String cursor) {
        callers.require(PERMISSION);
        Where where = Where.of(asked);
        long before = before(cursor);
        return transactions.read(connection -> {
            // What few entries meet would be looked for among all there are: a page ends where that has taken long
            // enough.
            Floor floor = where.isEmpty() ? Floor.NONE : Floor.below(connection, before);
            List<AuditEntry> found = find(connection, where, new Span(floor.id(), before, limit + 1));
            return found.size() > limit || floor.endsAfter(asked.since())
                    ? page(found, limit)
                    : new Page<>(found, ShortId.format(floor.id()), null);
        });
    }

    @Override
    public Page<AuditEntry> of(String subject, long id, int limit, @Nullable String cursor) {
        Span span = new Span(0, before(cursor), limit + 1);
        return page(transactions.read(connection -> find(connection, Where.of(subject, id), span)), limit);
    }

    @Override
    public ChainReport verify() {
        callers.require(PERMISSION);
        return new ChainVerifier(transactions).verify();
    }

    private static long before(@Nullable String cursor) {
        long id = cursor == null ? Long.MAX_VALUE : ShortId.parse(cursor);
        if (id < 0) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
        return id;
    }

    /** Ids from one up to another, and at most so many entries. */
    private record Span(long from, long before, int most) {}

    private static List<AuditEntry> find(Connection connection, Where where, Span span) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + StoredEntry.COLUMNS
                + " from access_audit where id >= ? and id < ?" + where.sql() + " order by id desc limit ?")) {
            query.setLong(1, span.from());
            query.setLong(2, span.before());
            query.setInt(where.bind(query, 3), span.most());
            return read(query);
        }
    }

    private static Page<AuditEntry> page(List<AuditEntry> found, int limit) {
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
