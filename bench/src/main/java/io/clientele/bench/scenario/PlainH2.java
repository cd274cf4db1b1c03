package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import io.clientele.bench.server.Api;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain SQL in an embedded database of this process, since the product's is the product's alone: the names of its customers are copied from what it
 * answers. Its commits do not wait for the disk.
 */
final class PlainH2 implements PlainTable {
    private static final int PAGE = 200;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Connection connection;
    private final List<String> names;

    PlainH2(Path file, Api admin) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:h2:file:" + file);
        this.names = names(admin);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table customer (id bigint primary key, name_key varchar(400) not null)");
            statement.execute("create index customer_name on customer (name_key)");
            statement.execute("create table member (segment_id bigint not null, customer_id bigint not null,"
                    + " since timestamp(6) with time zone not null, cause_id bigint not null,"
                    + " primary key (segment_id, customer_id))");
            statement.execute("create index member_customer on member (customer_id, segment_id)");
        }
        connection.setAutoCommit(false);
        copy();
    }

    /** In the order of the list; what a name is worth in an order of this database is its place in that. */
    private static List<String> names(Api admin) {
        List<String> names = new ArrayList<>();
        String list = "/api/v1/customers?sort=name&fields=name&limit=" + PAGE;
        String next = list;
        while (!next.isEmpty()) {
            JsonNode page = admin.get(next);
            page.path("items")
                    .forEach(customer -> names.add(customer.path("name").asText()));
            String cursor = page.path("next").asText("");
            next = cursor.isEmpty() ? "" : list + "&cursor=" + cursor;
        }
        return names;
    }

    private void copy() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into customer values (?, ?)")) {
            for (int i = 0; i < names.size(); i++) {
                insert.setLong(1, (long) i * 4_194_304);
                insert.setString(2, key(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private String key(int place) {
        return String.format("%08d ", place) + names.get(place);
    }

    private String key(String name) {
        return key(names.indexOf(name));
    }

    @Override
    public String where() {
        return "embedded H2";
    }

    @Override
    public String nameAt(double share) {
        return names.get((int) (share * names.size()));
    }

    @Override
    public void fill(Names first) throws SQLException {
        insert(first);
        connection.commit();
    }

    @Override
    public void move(Names to) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from member m where segment_id = 1"
                        + " and not exists (select 1 from customer c where c.id = m.customer_id and c.name_key >= ? and c.name_key < ?)")) {
            delete.setString(1, key(to.from()));
            delete.setString(2, key(to.to()));
            delete.executeUpdate();
        }
        insert(to);
        connection.commit();
    }

    private void insert(Names to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into member (segment_id, customer_id, since, cause_id) select 1, c.id, current_timestamp, 1"
                        + " from customer c where c.name_key >= ? and c.name_key < ?"
                        + " and not exists (select 1 from member m where m.segment_id = 1 and m.customer_id = c.id)")) {
            insert.setString(1, key(to.from()));
            insert.setString(2, key(to.to()));
            insert.executeUpdate();
        }
    }

    /** Of this whole process, which does nothing else meanwhile: the database cleans up on threads of its own. */
    @Override
    public long cpuNanos() {
        return process.getProcessCpuTime();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
