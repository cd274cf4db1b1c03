package io.clientele.segmentation.internal.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BorderTableTest {
    private static final long FIRST = 386_000_000_000_000_000L;
    private static final int CUSTOMERS = 80;

    @ParameterizedTest
    @EnumSource
    void samples_come_from_all_quarters_however_regularly_customers_came(TestDatabase kind) throws SQLException {
        try (Connection connection = kind.create().connect()) {
            for (long millis = 1; millis <= 64; millis++) {
                long step = millis << 22;

                assertThat(sample(connection, step).stream().map(id -> (id - FIRST) / step * 4 / CUSTOMERS))
                        .as("one customer each %d ms", millis)
                        .contains(0L, 1L, 2L, 3L);
            }
        }
    }

    /** Half of the customers whose ids are {@code step} apart. */
    private static List<Long> sample(Connection connection, long step) throws SQLException {
        String ids = LongStream.range(0, CUSTOMERS)
                .mapToObj(i -> "(" + (FIRST + i * step) + ")")
                .collect(Collectors.joining(","));
        String sql = "select k.id from (values " + ids + ") as k (id) order by " + BorderTable.leap("k.id")
                + ", k.id fetch first " + CUSTOMERS / 2 + " rows only";
        List<Long> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}
