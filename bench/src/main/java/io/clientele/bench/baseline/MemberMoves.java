package io.clientele.bench.baseline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Plain SQL in an embedded database: customers, and members of one segment with the indexes that the product has. Does what it is told line by line, and
 * answers {@code done}: {@code customer KEY}, {@code begin} once all are told, {@code fill} and {@code move}, each with the keys from which and before which
 * customers are to be members. The parts of a line are separated by tabs. Its commits do not wait for the disk.
 */
public final class MemberMoves {
    private static final long BETWEEN_IDS = 4_194_304;

    private final Connection connection;
    private final PreparedStatement customer;
    private long customers;

    private MemberMoves(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table customer (id bigint primary key, name_key varchar(400) not null)");
            statement.execute("create index customer_name on customer (name_key)");
            statement.execute("create table member (segment_id bigint not null, customer_id bigint not null,"
                    + " since timestamp(6) with time zone not null, cause_id bigint not null,"
                    + " primary key (segment_id, customer_id))");
            statement.execute("create index member_customer on member (customer_id, segment_id)");
        }
        connection.setAutoCommit(false);
        this.customer = connection.prepareStatement("insert into customer values (?, ?)");
    }

    /** Takes the path of the database. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + arguments[0]);
                BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            MemberMoves moves = new MemberMoves(connection);
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                moves.follow(line.split("\t", -1));
            }
        }
    }

    private void follow(String[] told) throws SQLException {
        switch (told[0]) {
            case "customer" -> add(told[1]);
            case "begin" -> customer.executeBatch();
            case "fill" -> insert(told[1], told[2]);
            case "move" -> {
                delete(told[1], told[2]);
                insert(told[1], told[2]);
            }
            default -> throw new IllegalArgumentException("not known: " + told[0]);
        }
        if (!told[0].equals("customer")) {
            connection.commit();
            System.out.println("done");
        }
    }

    private void add(String key) throws SQLException {
        customer.setLong(1, customers++ * BETWEEN_IDS);
        customer.setString(2, key);
        customer.addBatch();
    }

    private void delete(String from, String to) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from member m where segment_id = 1"
                        + " and not exists (select 1 from customer c where c.id = m.customer_id and c.name_key >= ? and c.name_key < ?)")) {
            delete.setString(1, from);
            delete.setString(2, to);
            delete.executeUpdate();
        }
    }

    private void insert(String from, String to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into member (segment_id, customer_id, since, cause_id) select 1, c.id, current_timestamp, 1"
                        + " from customer c where c.name_key >= ? and c.name_key < ?"
                        + " and not exists (select 1 from member m where m.segment_id = 1 and m.customer_id = c.id)")) {
            insert.setString(1, from);
            insert.setString(2, to);
            insert.executeUpdate();
        }
    }
}
