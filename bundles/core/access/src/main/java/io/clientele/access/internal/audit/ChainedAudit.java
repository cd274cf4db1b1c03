package io.clientele.access.internal.audit;

import io.clientele.access.Audit;
import io.clientele.access.AuditEntry;
import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.kernel.Ids;
import io.clientele.persistence.Database;
import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.MDC;

/** Writes each change to the end of one of a few chains, in the last moment of its unit of work and in one statement. */
@Component
public final class ChainedAudit implements Audit {
    private static final int PARAMETERS = 11;
    private static final String COLUMNS =
            "(chain, seq, hash, id, recorded_at, actor_id, actor_login, action, subject, subject_id, detail, trace_id)";
    private static final String POSTGRESQL =
            """
            with head as (update access_audit_head set seq = seq + 1, hash = encode(sha256(convert_to(hash || ?, 'UTF8')), 'hex')
              where chain = ? returning chain, seq, hash)
            insert into access_audit %s select chain, seq, hash, ?, ?, ?, ?, ?, ?, ?, ?, ? from (select 1) as entry left join head on true"""
                    .formatted(COLUMNS);
    private static final String H2 =
            """
            insert into access_audit %s select chain, seq, hash, ?, ?, ?, ?, ?, ?, ?, ?, ? from (select 1) as entry left join final table
            (update access_audit_head set seq = seq + 1, hash = lower(rawtohex(hash('SHA-256', stringtoutf8(hash || ?)))) where chain = ?) on true"""
                    .formatted(COLUMNS);

    private final Transactions transactions;
    private final Dialect dialect;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;
    private final Map<Connection, Integer> chains = Collections.synchronizedMap(new WeakHashMap<>());
    private final AtomicInteger next =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(ChainLink.CHAINS));

    @Activate
    public ChainedAudit(
            @Reference(target = "(bundle=io.clientele.access)") Schema schema,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Callers callers,
            @Reference Ids ids) {
        this(transactions, database.dialect(), callers, ids, Clock.systemUTC());
    }

    public ChainedAudit(Transactions transactions, Dialect dialect, Callers callers, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void record(Change change) {
        Caller caller = callers.current();
        AuditEntry entry = new AuditEntry(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.user(),
                caller.login(),
                change,
                MDC.get("traceId"));
        // The end of the chain stays locked until the commit, so it is touched last.
        transactions.beforeCommit("access_audit_head", () -> transactions.defer(statement(entry)));
    }

    /** Without the end of its chain, the row lacks what it must have, and the database refuses it and the change. */
    private Deferred statement(AuditEntry entry) {
        boolean h2 = dialect == Dialect.H2;
        return new Deferred(h2 ? H2 : POSTGRESQL, PARAMETERS, (insert, first) -> {
            bindHead(insert, first + (h2 ? PARAMETERS - 2 : 0), chain(insert.getConnection()), ChainLink.digest(entry));
            bindEntry(insert, first + (h2 ? 0 : 2), entry);
        });
    }

    /**
     * One chain per unit of work, so that units never wait for each other in a circle; and each connection its own, as far as they reach,
     * so that they do not wait for each other's commit.
     */
    private int chain(Connection connection) throws SQLException {
        Connection own = connection.unwrap(Connection.class);
        return chains.computeIfAbsent(own, c -> next.getAndIncrement() % ChainLink.CHAINS);
    }

    private static void bindHead(PreparedStatement insert, int at, int chain, String digest) throws SQLException {
        insert.setString(at, digest);
        insert.setInt(at + 1, chain);
    }

    private static void bindEntry(PreparedStatement insert, int at, AuditEntry entry) throws SQLException {
        Change change = entry.change();
        insert.setLong(at, entry.id());
        insert.setObject(at + 1, entry.at().atOffset(ZoneOffset.UTC));
        insert.setLong(at + 2, entry.actor().value());
        insert.setString(at + 3, entry.login());
        insert.setString(at + 4, change.action());
        insert.setString(at + 5, change.subject());
        insert.setLong(at + 6, change.id());
        insert.setString(at + 7, change.detail());
        insert.setString(at + 8, entry.traceId());
    }
}
