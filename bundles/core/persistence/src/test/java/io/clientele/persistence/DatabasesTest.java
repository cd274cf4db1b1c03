package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.persistence.embedded.Databases;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabasesTest {
    private final List<OpenDatabase> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(OpenDatabase::close);
    }

    @ParameterizedTest
    @EnumSource
    void a_bundle_gets_its_tables_and_works_on_them(TestDatabase kind) {
        OpenDatabase database = open(kind);

        Schema schema = database.migrate("io.clientele.shelf", DatabasesTest.class);

        assertThat(schema.version()).isEqualTo(3);
        int books = database.transactions().write(c -> {
            run(c, "insert into shelf_book (id, title) values (1, 'Moby Dick; or, The Whale')");
            return count(c);
        });
        assertThat(books).isEqualTo(1);
        int seen = database.transactions().read(DatabasesTest::count);
        assertThat(seen).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_undoes_the_whole_unit_of_work_even_if_somebody_swallows_it(TestDatabase kind) {
        OpenDatabase database = open(kind);
        database.migrate("io.clientele.shelf", DatabasesTest.class);
        Transactions transactions = database.transactions();

        assertThatThrownBy(() -> transactions.write(outer -> {
                    run(outer, "insert into shelf_book (id, title) values (1, 'one')");
                    try {
                        transactions.write(inner -> {
                            throw new IllegalStateException("no");
                        });
                    } catch (IllegalStateException e) {
                        return "swallowed";
                    }
                    return "unreached";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        int seen = transactions.read(DatabasesTest::count);
        assertThat(seen).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void ids_grow(TestDatabase kind) {
        OpenDatabase database = open(kind);

        long first = database.ids().next();

        assertThat(database.ids().next()).isGreaterThan(first);
        assertThat(database.database().version()).startsWith(kind == TestDatabase.H2 ? "H2 2." : "PostgreSQL 16");
    }

    private OpenDatabase open(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.DURABLE);
        open.add(database);
        return database;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from shelf_book")) {
            row.next();
            return row.getInt(1);
        }
    }
}
