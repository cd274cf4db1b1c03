package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.persistence.MigrationException;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PooledSchemasTest {
    private static final String BUNDLE = "io.clientele.shelf";
    private static final Map<String, String> FILES = Map.of(
            "V001__books.sql", "create table shelf_book (id int primary key);",
            "V002__mark.sql", "alter table shelf_book add column mark int; create table shelf_mark (id int);",
            "U002__mark.sql", "drop table if exists shelf_mark; alter table shelf_book drop column if exists mark;",
            "V003__note.sql", "create table shelf_note (id int);",
            "U003__note.sql", "drop table if exists shelf_note;");
    private final Pools pools = new Pools();

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest
    @EnumSource
    void takes_migrations_back_to_a_target_and_can_run_them_again(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);
        PooledSchemas schemas = new PooledSchemas(pool);
        new Migrator(pool).migrate(BUNDLE, Migration.of(FILES));

        schemas.undo(BUNDLE, 1, FILES);

        assertThat(schemas.begun(BUNDLE)).containsExactly(1);
        assertThatThrownBy(() -> count(pool, "shelf_mark")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> count(pool, "shelf_note")).isInstanceOf(SQLException.class);
        assertThat(new Migrator(pool).migrate(BUNDLE, Migration.of(FILES)).version())
                .isEqualTo(3);
        assertThat(count(pool, "shelf_note")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void takes_nothing_back_if_one_script_is_missing(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);
        PooledSchemas schemas = new PooledSchemas(pool);
        new Migrator(pool).migrate(BUNDLE, Migration.of(FILES));

        assertThatThrownBy(() -> schemas.undo(BUNDLE, 0, FILES))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("The migration 1 of io.clientele.shelf has no undo script");

        assertThat(schemas.begun(BUNDLE)).containsExactly(1, 2, 3);
        assertThat(count(pool, "shelf_note")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void takes_a_migration_back_that_failed_half_way(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);
        PooledSchemas schemas = new PooledSchemas(pool);
        Map<String, String> broken = Map.of(
                "V001__books.sql", FILES.get("V001__books.sql"),
                "V002__mark.sql", FILES.get("V002__mark.sql") + "select nothing",
                "U002__mark.sql", FILES.get("U002__mark.sql"));
        assertThatThrownBy(() -> new Migrator(pool).migrate(BUNDLE, Migration.of(broken)))
                .isInstanceOf(MigrationException.class);

        schemas.undo(BUNDLE, 1, broken);

        assertThat(schemas.begun(BUNDLE)).containsExactly(1);
        assertThat(new Migrator(pool).migrate(BUNDLE, Migration.of(FILES)).version())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void purges_tables_and_their_history(TestDatabase kind) throws SQLException {
        Pool pool = pools.on(kind);
        PooledSchemas schemas = new PooledSchemas(pool);
        new Migrator(pool).migrate(BUNDLE, Migration.of(FILES));

        schemas.purge(BUNDLE, List.of("shelf_book", "shelf_mark", "shelf_note", "shelf_never_made"));

        assertThat(schemas.begun(BUNDLE)).isEmpty();
        assertThatThrownBy(() -> count(pool, "shelf_book")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> schemas.purge(BUNDLE, List.of("shelf_book; drop table x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int count(Pool pool, String table) throws SQLException {
        try (Connection connection = pool.connection()) {
            return Pools.number(connection, "select count(*) from " + table);
        }
    }
}
