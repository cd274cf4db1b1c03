package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.persistence.MigrationException;
import io.clientele.testkit.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process ends at each note of a migration, the statement before it being done. */
class MigrationRunTest {
    private static final String BUNDLE = "io.clientele.shelf";
    private static final Map<String, String> FILES = Map.of(
            "V001__books.sql",
            "create table shelf_book (id int primary key); insert into shelf_book values (1);"
                    + "alter table shelf_book add column mark int; create index shelf_mark on shelf_book (mark);"
                    + "insert into shelf_book values (2, 2)",
            "U001__books.sql",
            "drop table if exists shelf_book");
    private static final List<Migration> MIGRATIONS = Migration.of(FILES);

    /** More than there are. */
    private static final int NOTES = 9;

    private final Pools pools = new Pools();

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_was_made_has_a_trace_and_can_be_taken_back(TestDatabase kind) throws SQLException {
        for (int notes = 0; notes < NOTES; notes++) {
            Pool pool = pools.on(kind);
            PooledSchemas schemas = new PooledSchemas(pool);
            cutOff(pool, MIGRATIONS, notes);

            assertThat(exists(pool) && schemas.begun(BUNDLE).isEmpty())
                    .as("a table without a trace after %d notes", notes)
                    .isFalse();
            schemas.undo(BUNDLE, 0, FILES);

            assertThat(exists(pool)).as("a table after %d notes", notes).isFalse();
            assertThat(schemas.begun(BUNDLE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_next_start_goes_on_where_the_last_was_cut_off(TestDatabase kind) throws SQLException {
        for (int notes = 0; notes < NOTES; notes++) {
            Pool pool = pools.on(kind);
            cutOff(pool, MIGRATIONS, notes);
            cutOff(pool, MIGRATIONS, 1);

            new Migrator(pool).migrate(BUNDLE, MIGRATIONS);

            assertThat(number(pool, "select count(*) from shelf_book"))
                    .as("rows after %d notes", notes)
                    .isEqualTo(2);
            assertThat(number(pool, "select max(mark) from shelf_book")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void only_the_statement_that_may_have_been_cut_off_may_be_done_already(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);
        List<Migration> twice = Migration.of(Map.of("V001__x.sql", "create table a (x int); create table a (x int)"));
        cutOff(pool, twice, 1);

        assertThatThrownBy(() -> new Migrator(pool).migrate(BUNDLE, twice))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("already exists");
    }

    /** Runs migrations in a process that ends instead of writing its {@code notes + 1}-th note. */
    private static void cutOff(Pool pool, List<Migration> migrations, int notes) throws SQLException {
        try (Connection connection = pool.ownerConnection()) {
            History history = History.load(connection, BUNDLE);
            if (history.newest() > 0) {
                return;
            }
            new MigrationRun(pool.dialect(), ending(connection, notes), history).apply(migrations.get(0));
        } catch (Ended e) {
            assertThat(e).isNotNull();
        }
    }

    private static Connection ending(Connection connection, int notes) {
        int[] left = {notes};
        return (Connection) Proxy.newProxyInstance(
                MigrationRunTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (left[0] == 0 && isNote(args)) {
                        connection.rollback();
                        left[0] = -1;
                        throw new Ended();
                    }
                    if (isNote(args)) {
                        left[0]--;
                    }
                    // What ended no longer does anything.
                    return left[0] < 0 ? null : called(method, connection, args);
                });
    }

    private static boolean isNote(Object[] args) {
        return args != null && args[0] instanceof String text && text.startsWith("insert into persistence_migration");
    }

    private static Object called(Method method, Connection connection, Object[] args) throws Throwable {
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean exists(Pool pool) {
        try {
            number(pool, "select count(*) from shelf_book");
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isIn(Set.of("42P01", "42S02", "42S04"));
            return false;
        }
    }

    private static int number(Pool pool, String query) throws SQLException {
        try (Connection connection = pool.connection()) {
            return Pools.number(connection, query);
        }
    }

    /** The process is gone. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;
    }
}
