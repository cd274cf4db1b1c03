package io.clientele.facts.internal;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Row;
import io.clientele.kernel.Page;
import io.clientele.persistence.Deadline;
import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.Work;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sample tables on one database, and the compiled customers over them. */
final class SampleDatabase implements Transactions, Callers {
    static final Row<Long> IDS = new Row<>(List.of("id"), rows -> rows.getLong(1));
    private static final Map<TestDatabase, SampleDatabase> SHARED = new EnumMap<>(TestDatabase.class);

    final FactCatalogue catalogue = Samples.catalogue();
    final Dialect dialect;
    final Connection connection;
    final CompiledCustomers customers;
    private Caller caller = sees(Scope.ALL, 1);

    private SampleDatabase(TestDatabase database) throws SQLException {
        dialect = database == TestDatabase.H2 ? Dialect.H2 : Dialect.POSTGRESQL;
        connection = database.create().connect();
        try (Statement statement = connection.createStatement()) {
            for (String sql : dialect == Dialect.H2 ? Samples.H2_TABLES : Samples.POSTGRESQL_TABLES) {
                statement.execute(sql);
            }
        }
        customers = new CompiledCustomers(catalogue, this, dialect, this, Samples.CLOCK);
    }

    /** The tables of this database with these rows and no others, for a caller who sees everything. */
    static synchronized SampleDatabase holding(TestDatabase database, List<Sample> samples) {
        try {
            SampleDatabase shared = SHARED.get(database);
            if (shared == null) {
                shared = new SampleDatabase(database);
                SHARED.put(database, shared);
            }
            shared.caller = sees(Scope.ALL, 1);
            shared.replace(samples);
            return shared;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Caller sees(Scope scope, long user, long... teams) {
        Set<TeamId> ids = new java.util.HashSet<>();
        for (long team : teams) {
            ids.add(new TeamId(team));
        }
        return new Caller(new UserId(user), "ann", Set.of(Role.AGENT), scope, ids);
    }

    void signIn(Caller other) {
        caller = other;
    }

    List<Long> list(@Nullable String filter) {
        return list(filter, null);
    }

    List<Long> list(@Nullable String filter, @Nullable String sort) {
        return page(filter, sort, 200, null).items();
    }

    Page<Long> page(@Nullable String filter, @Nullable String sort, int limit, @Nullable String cursor) {
        return customers.list(new CustomerQuery(filter, sort, limit, cursor, false), IDS);
    }

    /** Follows the cursors from the first page to the last. */
    List<Long> walk(@Nullable String filter, @Nullable String sort, int limit) {
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<Long> page = page(filter, sort, limit, cursor);
            ids.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private void replace(List<Sample> samples) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from sample_customer");
            statement.execute("delete from sample_activity");
            statement.execute("delete from sample_key");
        }
        for (Sample s : samples) {
            insert(
                    "insert into sample_customer values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    s.id(),
                    s.owner(),
                    s.team(),
                    s.value("name"),
                    s.value("address.city"),
                    s.value("score"),
                    s.value("active"),
                    s.value("born"),
                    s.value("createdAt"),
                    s.value("search"),
                    s.value("account"));
            if (s.hasActivity()) {
                insert(
                        "insert into sample_activity values (?, ?, ?)",
                        s.id(),
                        s.value("activity.visits"),
                        s.value("activity.last"));
            }
            for (String kind : List.of("tag", "email")) {
                for (Object term : s.values(kind)) {
                    insert("insert into sample_key values (?, ?, ?)", kind, term, s.id());
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                statement.setObject(i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return read(work);
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeCommit(Runnable action) {
        action.run();
    }

    @Override
    public void beforeCommit(String lock, Runnable action) {
        action.run();
    }

    @Override
    public <T> T attached(Object key, Supplier<T> first) {
        return first.get();
    }

    @Override
    public Runnable cut() {
        return () -> {};
    }

    @Override
    public void defer(Deferred statement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deadline.Scope until(Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void repeatable() {}

    @Override
    public void giveWay(Duration longest) {}

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public Caller current() {
        return caller;
    }

    @Override
    public Caller require(String permission) {
        return caller;
    }

    @Override
    public <T> T as(Caller other, Supplier<T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Caller system() {
        throw new UnsupportedOperationException();
    }
}
