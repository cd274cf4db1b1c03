package io.clientele.access.internal.store;

import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The numbered list of what nodes must forget about callers. To announce locks the one counter until the unit of work ends, so changes of
 * users and teams happen one after another, and numbers appear in order and without gaps.
 */
@Component(service = InvalidationStore.class)
public final class InvalidationStore {
    /** More than this is not worth following one by one. */
    private static final int KEPT = 1000;

    /** What is to be forgotten. */
    public enum Kind {
        /** Everything about the user with this id. */
        USER,
        /** The session or token with this hash. */
        LOGIN,
        /** Which team is below which: everything. */
        TEAMS
    }

    /** An announcement and its number. */
    public record Invalidation(long generation, Kind kind, String target) {}

    private final Transactions transactions;

    @Activate
    public InvalidationStore(
            @Reference(target = "(bundle=io.clientele.access)") Schema schema, @Reference Transactions transactions) {
        this(transactions);
    }

    public InvalidationStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Announces as part of the current unit of work; the first thing that the unit writes, for its lock comes before others. */
    public void announce(Kind kind, String target) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update access_generation set generation = generation + 1 where id = 1")) {
                update.executeUpdate();
            }
            long generation = generation(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into access_invalidation (generation, kind, target) values (?, ?, ?)")) {
                insert.setLong(1, generation);
                insert.setString(2, kind.name());
                insert.setString(3, target);
                insert.executeUpdate();
            }
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from access_invalidation where generation <= ?")) {
                delete.setLong(1, generation - KEPT);
                return delete.executeUpdate();
            }
        });
    }

    /** The newest number. */
    public long generation() {
        return transactions.read(InvalidationStore::generation);
    }

    /** What was announced after {@code generation}, in order; what is too old is no longer among it. */
    public List<Invalidation> since(long generation) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select generation, kind, target from access_invalidation where generation > ? order by generation")) {
                query.setLong(1, generation);
                try (ResultSet rows = query.executeQuery()) {
                    List<Invalidation> found = new ArrayList<>(0);
                    while (rows.next()) {
                        found.add(
                                new Invalidation(rows.getLong(1), Kind.valueOf(rows.getString(2)), rows.getString(3)));
                    }
                    return found;
                }
            }
        });
    }

    private static long generation(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("select generation from access_generation where id = 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the row of access_generation is missing");
            }
            return row.getLong(1);
        }
    }
}
