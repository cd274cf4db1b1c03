package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.embedded.Databases;
import io.clientele.persistence.shelf.BookRow;
import io.clientele.testkit.TestDatabase;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntitiesTest {
    private static final Instant ADDED = Instant.parse("2026-03-29T01:59:59.123456Z");
    private final List<OpenDatabase> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(OpenDatabase::close);
    }

    @ParameterizedTest
    @EnumSource
    void an_entity_comes_back_as_it_was_written(TestDatabase kind) {
        Entities books = books(kind).entities(EntitiesTest.class);

        books.write(manager -> {
            manager.persist(new BookRow(7, "白鲸", ADDED));
            return true;
        });

        BookRow read = books.read(manager -> manager.find(BookRow.class, 7L));
        assertThat(read.title()).isEqualTo("白鲸");
        assertThat(read.binding()).isEqualTo(BookRow.Binding.CLOTH);
        assertThat(read.addedAt()).isEqualTo(ADDED);
        assertThat(read.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void sql_in_the_same_unit_of_work_sees_entities_and_shares_their_fate(TestDatabase kind) {
        OpenDatabase database = books(kind);
        Entities books = database.entities(EntitiesTest.class);
        List<Integer> seen = new ArrayList<>();

        assertThatThrownBy(() -> database.transactions().write(connection -> {
                    books.write(manager -> {
                        manager.persist(new BookRow(1, "one", ADDED));
                        return true;
                    });
                    seen.add(count(database));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(seen).containsExactly(1);
        assertThat(count(database)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_unique_rule_means_the_same_as_in_sql(TestDatabase kind) {
        Entities books = books(kind).entities(EntitiesTest.class);
        books.write(manager -> {
            manager.persist(new BookRow(1, "one", ADDED));
            return true;
        });

        assertThatThrownBy(() -> books.write(manager -> {
                    manager.persist(new BookRow(1, "again", ADDED));
                    return true;
                }))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_stale_writer_gets_a_conflict(TestDatabase kind) {
        OpenDatabase database = books(kind);
        Entities books = database.entities(EntitiesTest.class);
        books.write(manager -> {
            manager.persist(new BookRow(1, "one", ADDED));
            return true;
        });
        BookRow stale = books.read(manager -> manager.find(BookRow.class, 1L));
        books.write(manager -> {
            manager.find(BookRow.class, 1L).rename("two");
            return true;
        });

        stale.rename("three");

        assertThatThrownBy(() -> books.write(manager -> manager.merge(stale))).isInstanceOf(ConflictException.class);
        BookRow read = books.read(manager -> manager.find(BookRow.class, 1L));
        assertThat(read.title()).isEqualTo("two");
        assertThat(read.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void reading_is_held_to_the_deadline_as_sql_is(TestDatabase kind) {
        OpenDatabase database = books(kind);
        Entities books = database.entities(EntitiesTest.class);
        boolean absent = books.read(manager -> manager.find(BookRow.class, 1L) == null);

        try (Deadline.Scope over = database.transactions().until(Deadline.after(Duration.ZERO))) {
            assertThat(over).isNotNull();
            assertThatThrownBy(() -> books.read(manager -> manager.find(BookRow.class, 1L)))
                    .isInstanceOfSatisfying(UnavailableException.class, e -> assertThat(e.type())
                            .isEqualTo("deadline"));
        }
        assertThat(absent).isTrue();
    }

    private OpenDatabase books(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.DURABLE);
        open.add(database);
        database.migrate("io.clientele.shelf", EntitiesTest.class);
        return database;
    }

    private static int count(OpenDatabase database) {
        return database.transactions().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from shelf_book")) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
