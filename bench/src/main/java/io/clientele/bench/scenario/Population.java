package io.clientele.bench.scenario;

import io.clientele.bench.data.Cities;
import io.clientele.bench.server.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What there is to ask for: customers' ids, in no order, and beginnings of their romanised names, of three or four letters. */
final class Population {
    private static final int PREFIXES = 500;

    private final long[] ids;
    private final List<String> prefixes;

    private Population(long[] ids, List<String> prefixes) {
        this.ids = ids;
        this.prefixes = prefixes;
    }

    static Population read(Postgres postgres, String database) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            return new Population(ids(statement), prefixes(statement));
        }
    }

    private static long[] ids(Statement statement) throws SQLException {
        Stream.Builder<Long> ids = Stream.builder();
        try (ResultSet rows = statement.executeQuery("select id from registry_customer order by hashint8(id)")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids.build().mapToLong(Long::longValue).toArray();
    }

    private static List<String> prefixes(Statement statement) throws SQLException {
        Stream.Builder<String> prefixes = Stream.builder();
        String sql = "select lower(left(name_key, 3 + (hashint8(id) & 1))) from registry_customer "
                + "where left(name_key, 5) ~ '^[A-Za-z]+$' order by hashint8(id) limit " + PREFIXES;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                prefixes.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return prefixes.build().toList();
    }

    long id(SplittableRandom random) {
        return ids[random.nextInt(ids.length)];
    }

    String prefix(SplittableRandom random) {
        return prefixes.get(random.nextInt(prefixes.size()));
    }

    /** Cities are asked for as often as customers live there. */
    static String city(SplittableRandom random) {
        return Cities.name(Cities.draw(random));
    }

    /** The n-th part of a few disjoint handfuls of ids, for writers that must not meet. */
    long[] handful(int n, int size) {
        int each = Math.min(size, ids.length / 8);
        return Arrays.copyOfRange(ids, n * each, (n + 1) * each);
    }
}
