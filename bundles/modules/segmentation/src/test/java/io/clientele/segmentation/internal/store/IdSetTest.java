package io.clientele.segmentation.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdSetTest {
    private static final int MANY = 2_500;

    @ParameterizedTest
    @EnumSource
    void is_what_sets_of_objects_are(TestDatabase kind) throws SQLException {
        Random random = new Random(7);
        try (Connection connection = kind.create().connect()) {
            for (int round = 0; round < 20; round++) {
                List<Long> some = some(random, round * 10);
                List<Long> others = some(random, 200 - round * 10);
                Set<Long> rest = new HashSet<>(some);
                rest.removeAll(others);

                IdSet found = set(connection, some).minus(set(connection, others));

                assertThat(ids(found, 7))
                        .containsExactlyElementsOf(rest.stream().sorted().toList());
            }
        }
    }

    @Test
    void comes_in_parts() throws SQLException {
        try (Connection connection = TestDatabase.H2.create().connect();
                PreparedStatement select =
                        connection.prepareStatement("select x from system_range(1, ?) order by -x")) {
            select.setInt(1, MANY);
            IdSet set = IdSet.of(select);

            List<Integer> sizes = new ArrayList<>();
            set.parts(1_000).forEach(part -> sizes.add(part.length));

            assertThat(set.size()).isEqualTo(MANY);
            assertThat(sizes).containsExactly(1_000, 1_000, 500);
            assertThat(ids(set, 1_000)).isSorted().doesNotHaveDuplicates();
        }
    }

    private static List<Long> some(Random random, int count) {
        return random.longs(count, -100, 100).distinct().boxed().toList();
    }

    private static IdSet set(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from unnest(?)")) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            return IdSet.of(select);
        }
    }

    private static List<Long> ids(IdSet set, int most) {
        List<Long> all = new ArrayList<>();
        set.parts(most).forEach(part -> all.addAll(Arrays.asList(part)));
        return all;
    }
}
