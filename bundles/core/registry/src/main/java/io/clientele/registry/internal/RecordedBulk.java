package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.registry.CustomerId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The way a batch of what belongs to customers goes: who they are, what is on record, what is new, and one audit row. */
final class RecordedBulk<T> {
    private static final int ATTEMPTS = 3;

    private final Platform platform;
    private final BulkKeys keys;
    private final String action;
    private final Function<T, Stream<CustomerKey>> named;

    /** Judges the rows of one batch, one after the other, and writes those it accepted. */
    interface Batch<T> {
        Outcome judge(T row) throws SQLException;

        void write() throws SQLException;
    }

    /** Begins a batch. */
    @FunctionalInterface
    interface Start<T> {
        Batch<T> batch(Context context, List<T> rows) throws SQLException;
    }

    /** What a batch works with. */
    record Context(Connection connection, Caller caller, Instant now, Map<CustomerKey, CustomerId> customers) {}

    RecordedBulk(Foundation foundation, String action, Function<T, Stream<CustomerKey>> named) {
        this.platform = foundation.platform();
        this.keys = new BulkKeys(platform.customers(), foundation.dialect());
        this.action = action;
        this.named = named;
    }

    List<Outcome> write(List<T> rows, Start<T> start) {
        Caller caller = platform.callers().require(CheckedCustomers.IMPORT);
        for (int attempt = 1; ; attempt++) {
            try {
                return platform.transactions().write(connection -> {
                    List<Outcome> outcomes = new ArrayList<>(rows.size());
                    Batch<T> batch = judge(context(connection, caller, rows), rows, start, outcomes);
                    batch.write();
                    long added = outcomes.stream()
                            .filter(outcome -> outcome.result() == Outcome.Result.ADDED)
                            .count();
                    if (added > 0) {
                        platform.audit().record(new Change(action, "customer", 0, "{\"added\":" + added + "}"));
                    }
                    return outcomes;
                });
            } catch (DuplicateKeyException e) {
                // Somebody else recorded the same between our look and our write; a second look sees it.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    List<Outcome> rehearse(List<T> rows, Rehearsal before, Start<T> start) {
        Caller caller = platform.callers().require(CheckedCustomers.IMPORT);
        return platform.transactions().read(connection -> {
            List<Outcome> outcomes = new ArrayList<>(rows.size());
            Context known = context(connection, caller, rows);
            Map<CustomerKey, CustomerId> customers =
                    new HashMap<>(keys.rehearsed(rows.stream().flatMap(named), before));
            customers.putAll(known.customers);
            judge(new Context(connection, caller, known.now, customers), rows, start, outcomes);
            return outcomes;
        });
    }

    private Context context(Connection connection, Caller caller, List<T> rows) throws SQLException {
        List<CustomerKey> all = rows.stream().flatMap(named).distinct().toList();
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return new Context(connection, caller, now, keys.resolve(connection, all));
    }

    private static <T> Batch<T> judge(Context context, List<T> rows, Start<T> start, List<Outcome> outcomes)
            throws SQLException {
        Batch<T> batch = start.batch(context, rows);
        for (T row : rows) {
            outcomes.add(batch.judge(row));
        }
        return batch;
    }

    /** Why a row fails whose customer is unknown, or foreign. */
    static Outcome noCustomer(String pointer, CustomerKey key) {
        Faults faults = new Faults();
        if (key instanceof CustomerKey.ByIdentifier by
                && IdentifierRules.check(by.identifier(), pointer, faults) == null) {
            return Outcome.failed(faults.found());
        }
        String name = key instanceof CustomerKey.ByIdentifier by
                ? by.identifier().toString()
                : ((CustomerKey.ById) key).id().toString();
        return Outcome.failed(pointer, "There is no customer " + name);
    }
}
