package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.persistence.CopyRows;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Texts and numbers that many rows take to PostgreSQL; H2 has no such way in. */
class CopyRowsTest {
    private static final String SIGNS =
            "aZ09 \\\t\n\r\b\f\u000b\u001f\u007f'\"{}.Néßżя\u07ff\u0800明\uffee\ud83d\ude00\ud800\udc00\udbff\udfff";

    @Test
    void arrive_as_they_were_said() throws SQLException {
        List<String> said = new ArrayList<>(Arrays.asList(null, "", "\\N", "\\.", "null", SIGNS, "\ud83d", "\ude00x"));
        Random random = new Random(7);
        int[] signs = SIGNS.codePoints().toArray();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(i < 10 ? 200_000 : 60);
            for (int j = 0; j < length; j++) {
                text.appendCodePoint(signs[random.nextInt(signs.length)]);
            }
            said.add(text.toString());
        }

        assertThat(copied(said))
                .isEqualTo(said.stream().map(CopyRowsTest::whole).toList());
    }

    @Test
    void numbers_arrive_from_the_least_to_the_greatest() throws SQLException {
        CopyRows rows = new CopyRows();
        List<Long> said = List.of(Long.MIN_VALUE, -1L, 0L, 9L, 10L, Long.MAX_VALUE);
        said.forEach(number -> rows.add(number).add((String) null).end());

        assertThat(read(rows, "select place from said order by place", row -> row.getLong(1)))
                .isEqualTo(said);
    }

    /** What is no character arrives as a question mark. */
    private static @Nullable String whole(@Nullable String text) {
        return text == null
                ? null
                : text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static List<@Nullable String> copied(List<@Nullable String> said) throws SQLException {
        CopyRows rows = new CopyRows();
        for (int i = 0; i < said.size(); i++) {
            rows.add(i).add(said.get(i)).end();
        }
        return read(rows, "select content from said order by place", row -> row.getString(1));
    }

    private interface Column<T extends @Nullable Object> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T extends @Nullable Object> List<T> read(CopyRows rows, String query, Column<T> column)
            throws SQLException {
        try (Connection connection = TestDatabase.POSTGRESQL.create().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table said (place bigint, content text)");
            rows.send(connection, "said (place, content)");
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    found.add(column.of(row));
                }
            }
            return found;
        }
    }
}
