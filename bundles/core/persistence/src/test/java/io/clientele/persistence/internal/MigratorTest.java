package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.persistence.MigrationException;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigratorTest {
    private static final String BUNDLE = "io.clientele.shelf";
    private static final String BOOKS = "create table book (id int primary key);";
    private final Pools pools = new Pools();

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_migration_runs_once_and_is_written_down(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);
        Migrator migrator = new Migrator(pool);

        migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS)));
        int version = migrator.migrate(
                        BUNDLE,
                        Migration.of(Map.of("V001__books.sql", BOOKS, "V002__one.sql", "insert into book values (1)")))
                .version();
        migrator.migrate("io.clientele.other", Migration.of(Map.of("V001__x.sql", "insert into book values (2)")));

        assertThat(version).isEqualTo(2);
        assertThat(number(pool, "select count(*) from persistence_migration where outcome = 'applied'"))
                .isEqualTo(3);
        assertThat(number(pool, "select count(*) from book")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void an_edited_migration_is_refused_whatever_its_line_ends(TestDatabase kind) {
        Migrator migrator = new Migrator(pools.on(kind));
        migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS + "\n")));

        migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS + "\r\n")));

        assertThatThrownBy(() -> migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS + "--"))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("V001__books of io.clientele.shelf has been edited");
    }

    @ParameterizedTest
    @EnumSource
    void a_migration_that_comes_too_late_is_refused(TestDatabase kind) {
        Migrator migrator = new Migrator(pools.on(kind));
        migrator.migrate(BUNDLE, Migration.of(Map.of("V002__books.sql", BOOKS)));

        assertThatThrownBy(() ->
                        migrator.migrate(BUNDLE, Migration.of(Map.of("V001__late.sql", "x", "V002__books.sql", BOOKS))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("higher number");
    }

    @ParameterizedTest
    @EnumSource
    void an_older_bundle_works_with_newer_tables(TestDatabase kind) {
        Migrator migrator = new Migrator(pools.on(kind));
        migrator.migrate(
                BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS, "V002__one.sql", "insert into book values (1)")));

        int version = migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS)))
                .version();

        assertThat(version).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void nodes_that_start_together_migrate_once(TestDatabase kind) throws SQLException {
        TestDatabase.Location at = kind.create();
        List<Migration> migrations =
                Migration.of(Map.of("V001__books.sql", BOOKS, "V002__one.sql", "insert into book values (1)"));
        List<Pool> nodes = IntStream.range(0, 4).mapToObj(i -> pools.on(at)).toList();

        CompletableFuture.allOf(nodes.stream()
                        .map(node -> CompletableFuture.runAsync(() -> new Migrator(node).migrate(BUNDLE, migrations)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(number(nodes.get(0), "select count(*) from book")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_migration_is_written_down_and_goes_on_once_it_is_corrected(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);
        Migrator migrator = new Migrator(pool);
        String broken = BOOKS + "insert into book values (1); insert into bock values (2);";

        assertThatThrownBy(() -> migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", broken))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("V001__books of io.clientele.shelf failed");
        int failed =
                number(pool, "select count(*) from persistence_migration where outcome = 'failed' and failure <> ''");
        migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", broken.replace("bock", "book"))));

        assertThat(failed).isEqualTo(1);
        assertThat(number(pool, "select count(*) from book")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void on_postgresql_a_failed_migration_leaves_nothing_behind(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);

        assertThatThrownBy(() -> new Migrator(pool)
                        .migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS + "select nothing"))))
                .isInstanceOf(MigrationException.class);

        assertThat(number(pool, "select count(*) from pg_class where relname = 'book'"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void on_h2_what_was_done_may_not_be_edited_after_a_failure_and_that_is_written_down(TestDatabase kind)
            throws SQLException {
        Pool pool = pools.on(kind);
        Migrator migrator = new Migrator(pool);
        assertThatThrownBy(() ->
                        migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS + "select nothing"))))
                .isInstanceOf(MigrationException.class);

        assertThatThrownBy(() -> migrator.migrate(
                        BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS.replace("id", "nr") + "select 1"))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("stopped after 1 statements");
        assertThat(
                        number(
                                pool,
                                "select count(*) from persistence_migration where failure like 'it stopped after 1 statements%'"))
                .isEqualTo(1);

        migrator.migrate(BUNDLE, Migration.of(Map.of("V001__books.sql", BOOKS + "insert into book values (1)")));
        assertThat(number(pool, "select count(*) from book")).isEqualTo(1);
    }

    private static int number(Pool pool, String query) throws SQLException {
        try (Connection connection = pool.connection()) {
            return Pools.number(connection, query);
        }
    }
}
