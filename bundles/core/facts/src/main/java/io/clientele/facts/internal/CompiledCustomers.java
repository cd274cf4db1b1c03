package io.clientele.facts.internal;

import io.clientele.access.Callers;
import io.clientele.access.Visibility;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.facts.Selection;
import io.clientele.facts.Selections;
import io.clientele.facts.internal.Query.Plan;
import io.clientele.facts.internal.Query.Purpose;
import io.clientele.facts.internal.Query.Shape;
import io.clientele.facts.internal.Query.View;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.persistence.Database;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers every question about customers with one compiled statement. */
@Component
public final class CompiledCustomers implements Customers, Selections {
    private static final String PERMISSION = "customers:read";
    private static final int MOST = 200;
    private static final int BATCH = 1_000;

    private final FactCatalogue catalogue;
    private final Transactions transactions;
    private final Callers callers;
    private final Dialect dialect;
    private final Clock clock;

    @Activate
    public CompiledCustomers(
            @Reference FactCatalogue catalogue,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Callers callers) {
        this(catalogue, transactions, database.dialect(), callers, Clock.systemUTC());
    }

    public CompiledCustomers(
            FactCatalogue catalogue, Transactions transactions, Dialect dialect, Callers callers, Clock clock) {
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.dialect = dialect;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public <T> Optional<T> find(long id, Row<T> row) {
        Execution run = run(List.of(), List.of(id));
        Plan plan = catalogue
                .current()
                .query(null, null)
                .plan(new Shape(Purpose.FIND, View.of(run), row.columns(), null, 1, dialect));
        return transactions.read(connection -> {
            try (PreparedStatement statement = plan.sql().prepare(connection, run);
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row.reader().read(rows)) : Optional.empty();
            }
        });
    }

    @Override
    public <T> Page<T> list(CustomerQuery asked, Row<T> row) {
        if (asked.limit() < 1 || asked.limit() > MOST) {
            throw new InvalidInputException("limit", "A page has 1 to " + MOST + " customers");
        }
        Query query = catalogue.current().query(asked.filter(), asked.sort());
        String from = asked.cursor();
        List<@Nullable Object> after =
                from == null || from.isEmpty() ? List.of() : query.cursor().read(from);
        Execution run = run(after, List.of());
        return transactions.read(connection -> {
            Batch<T> batch = batch(connection, query, row, new Part(run, asked.limit()));
            String next = batch.more ? query.cursor().write(batch.last) : null;
            Long total = asked.total() ? (Long) count(connection, query, run) : null;
            return new Page<>(batch.items, next, total);
        });
    }

    @Override
    public long count(@Nullable String filter) {
        Query query = catalogue.current().query(filter, null);
        Execution run = run(List.of(), List.of());
        return transactions.read(connection -> count(connection, query, run));
    }

    /** Reads batch by batch and hands each on with no connection held, so {@code sink} may take its time and may write. */
    @Override
    public <T> void forEach(@Nullable String filter, Row<T> row, Consumer<T> sink) {
        Query query = catalogue.current().query(filter, null);
        Execution first = run(List.of(), List.of());
        List<@Nullable Object> after = List.of();
        boolean more = true;
        while (more) {
            Execution run = new Execution(first.now(), first.visible(), after, List.of());
            Batch<T> batch = transactions.read(connection -> batch(connection, query, row, new Part(run, BATCH)));
            batch.items.forEach(sink);
            more = batch.more;
            after = batch.last;
        }
    }

    @Override
    public Selection of(@Nullable String filter) {
        Catalogue known = catalogue.current();
        Execution run = run(List.of(), List.of());
        return new CompiledSelection(known, known.query(filter, null).filter(), run.visible(), dialect);
    }

    private record Part(Execution run, int limit) {}

    /** Some rows in order, where they ended, and whether others follow. */
    private record Batch<T>(List<T> items, List<@Nullable Object> last, boolean more) {}

    private <T> Batch<T> batch(Connection connection, Query query, Row<T> row, Part part) throws SQLException {
        Execution run = part.run;
        String after = run.after().isEmpty() ? null : query.cursor().presence(run.after());
        // One row more than wanted tells whether others follow.
        Plan plan = query.plan(new Shape(Purpose.LIST, View.of(run), row.columns(), after, part.limit + 1, dialect));
        try (PreparedStatement statement = plan.sql().prepare(connection, run);
                ResultSet rows = statement.executeQuery()) {
            List<T> items = new ArrayList<>(part.limit);
            List<@Nullable Object> last = List.of();
            boolean more = rows.next();
            while (more && items.size() < part.limit) {
                items.add(row.reader().read(rows));
                if (items.size() == part.limit) {
                    last = query.cursor().values(rows, plan.sortColumns());
                }
                more = rows.next();
            }
            return new Batch<>(items, last, more);
        }
    }

    private long count(Connection connection, Query query, Execution run) throws SQLException {
        Plan plan = query.plan(new Shape(Purpose.COUNT, View.of(run), List.of(), null, 0, dialect));
        try (PreparedStatement statement = plan.sql().prepare(connection, run);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Execution run(List<@Nullable Object> after, List<Long> ids) {
        Visibility visibility = Visibility.of(callers.require(PERMISSION));
        Visibility.Some some = visibility.fold(() -> null, s -> s);
        return new Execution(clock.instant(), some, after, ids);
    }
}
