package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.DuplicateKeyException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlErrorsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "57P01", "57P03", "53300", "53100", "57014", "90098", "90067", "90121", "90031"
            })
    void an_absent_or_full_database_is_unavailable(String state) {
        assertThat(SqlErrors.translate(new SQLException("x", state)))
                .isInstanceOfSatisfying(UnavailableException.class, e -> assertThat(e.retryAfter())
                        .isEqualTo(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28000", "28P01", "3D000"})
    void a_database_that_lets_nobody_in_is_unavailable(String state) {
        assertThat(SqlErrors.translate(new SQLException("x", state))).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00", "90131"})
    void a_change_that_gave_way_is_a_conflict(String state) {
        assertThat(SqlErrors.translate(new SQLException("x", state)))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("concurrent-change"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23503", "23506"})
    void a_change_that_came_too_late_for_what_it_refers_to_is_another_one(String state) {
        assertThat(SqlErrors.translate(new SQLException("x", state)))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("referred-record"));
    }

    @Test
    void an_exhausted_pool_is_unavailable() {
        assertThat(SqlErrors.translate(new SQLTransientConnectionException("no connection")))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void a_broken_unique_rule_is_found_behind_a_batch() {
        BatchUpdateException batch = new BatchUpdateException(new int[0]);
        batch.setNextException(new SQLException("x", "23505"));

        assertThat(SqlErrors.translate(batch)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void anything_else_is_our_fault() {
        assertThat(SqlErrors.translate(new SQLException("x", "42601"))).isInstanceOf(DatabaseException.class);
        assertThat(SqlErrors.translate(new SQLException("x"))).isInstanceOf(DatabaseException.class);
    }
}
