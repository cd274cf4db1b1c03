package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Row.Quotient;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.Api;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A definition that puts an eighth of all customers out and another in, against the plain SQL that does no more than that. */
final class SegmentMoves {
    private static final double RATIO = 2;
    private static final double SHARE = .125;
    private static final int FEWER_ROUNDS = 5;
    private static final int MANY = 500_000;

    private final Bed bed;
    private final String database;
    private final int customers;
    private final double limitSeconds;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> product = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();

    SegmentMoves(Bed bed, String database, int customers, double limitSeconds) {
        this.bed = bed;
        this.database = database;
        this.customers = customers;
        this.limitSeconds = limitSeconds;
    }

    /** A range of names, both as a filter and as SQL. */
    private record Names(String from, String to) {
        String filter() {
            return "name=ge='" + from + "';name=lt='" + to + "'";
        }
    }

    /** Returns the processor time for each customer who moved, in microseconds. */
    double run(Installation installation) throws SQLException {
        bed.report().progress("moving members");
        Names left = names(SHARE, 2 * SHARE);
        Names right = names(2 * SHARE, 3 * SHARE);
        Api admin = installation.admin();
        ObjectNode body = Api.object().put("key", "bench").put("name", "Bench").put("filter", left.filter());
        JsonNode segment = admin.post(SegmentationModule.SEGMENTS, body);
        String path = SegmentationModule.SEGMENTS + "/" + segment.path("id").asText();
        long version = segment.path("version").asLong();
        try (Connection connection = bed.postgres().connect(database)) {
            prepare(connection, left);
            int rounds = 2
                    * (customers > MANY
                            ? Math.min(FEWER_ROUNDS, bed.sizes().rounds())
                            : bed.sizes().rounds());
            for (int round = 0; round < rounds; round++) {
                Names to = round % 2 == 0 ? right : left;
                define(installation, path, body.deepCopy().put("filter", to.filter()), version++);
                plain(connection, to);
            }
        }
        long size = segment.path("size").asLong();
        report(size);
        return Figures.median(later(product)) * 1e3 / (2 * size);
    }

    private Names names(double from, double to) throws SQLException {
        try (Connection connection = bed.postgres().connect(database);
                PreparedStatement select = connection.prepareStatement(
                        "select percentile_disc(array[?, ?]) within group (order by name_key) from registry_customer")) {
            select.setDouble(1, from);
            select.setDouble(2, to);
            try (var row = select.executeQuery()) {
                row.next();
                String[] names = (String[]) row.getArray(1).getArray();
                return new Names(names[0], names[1]);
            }
        }
    }

    private void define(Installation installation, String path, ObjectNode body, long version) {
        Api admin = installation.admin();
        long cpu = cpu(installation);
        long begin = System.nanoTime();
        admin.put(path, body, version);
        JsonNode members = admin.get(path + "/members?limit=1&total=true");
        seconds.add((System.nanoTime() - begin) / 1e9);
        product.add((cpu(installation) - cpu) / 1e6);
        if (members.path("total").asLong() == 0) {
            throw new IllegalStateException("nobody moved");
        }
    }

    private long cpu(Installation installation) {
        return bed.postgres().tree().cpuNanos()
                + installation.distribution().tree().cpuNanos();
    }

    /** A table like the module's, with the same indexes and the first members in it. */
    private static void prepare(Connection connection, Names first) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bench_member (like segmentation_member including indexes)");
        }
        insert(connection, first);
        connection.setAutoCommit(false);
    }

    private void plain(Connection connection, Names to) throws SQLException {
        long cpu = bed.postgres().tree().cpuNanos();
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from bench_member m where not exists"
                        + " (select 1 from registry_customer c where c.id = m.customer_id and name_key >= ? and name_key < ?)")) {
            delete.setString(1, to.from);
            delete.setString(2, to.to);
            delete.executeUpdate();
        }
        insert(connection, to);
        connection.commit();
        plain.add((bed.postgres().tree().cpuNanos() - cpu) / 1e6);
    }

    private static void insert(Connection connection, Names to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bench_member (segment_id, customer_id, since, cause_id) select 1, c.id, now(), 1"
                        + " from registry_customer c where c.name_key >= ? and c.name_key < ?"
                        + " and not exists (select 1 from bench_member m where m.segment_id = 1 and m.customer_id = c.id)")) {
            insert.setString(1, to.from);
            insert.setString(2, to.to);
            insert.executeUpdate();
        }
    }

    private void report(long size) {
        String what = String.format(Locale.ROOT, "a definition that moves about %,d of %,d", 2 * size, customers);
        double median = Figures.median(later(seconds));
        bed.report()
                .add(Row.limit(
                        what + ", until its members can be read", median, limitSeconds, new Style("s", 3, "median")));
        Quotient cpu = new Quotient(Figures.median(later(product)), Figures.median(later(plain)));
        Style style = new Style("ms", 0, "plain SQL: delete and insert");
        boolean promised = customers == bed.sizes().customers();
        bed.report()
                .add(
                        promised
                                ? Row.ratio(what + ", CPU", cpu, RATIO, style)
                                : Row.reference(what + ", CPU", cpu, style));
    }

    /** The second half, by when both sides are compiled and cached. */
    private static List<Double> later(List<Double> all) {
        return all.subList(all.size() / 2, all.size());
    }
}
