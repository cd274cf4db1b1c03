package io.clientele.rest.internal;

import io.clientele.persistence.Transactions;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** The table of answers that were given to requests with a key. */
final class IdempotencyRows {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 20;

    private final Transactions transactions;
    private final Clock clock;

    /** A request, by digests of its scope and of its body. */
    record Request(String digest, String bodyDigest) {}

    /** An answer that was given, closed by a {@link RequestSeal}. */
    record Answer(String bodyDigest, int status, ByteBuffer closed) {}

    IdempotencyRows(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Runs {@code work} in one transaction with the request's row; fails with a duplicate key if it has one already. */
    void once(Request request, Supplier<Answer> work) {
        transactions.write(connection -> {
            claim(connection, request);
            keep(connection, request, work.get());
            return true;
        });
    }

    private void claim(Connection connection, Request request) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into rest_idempotency (digest, body_digest, created_at) values (?, ?, ?)")) {
            insert.setString(1, request.digest());
            insert.setString(2, request.bodyDigest());
            insert.setObject(3, now());
            insert.executeUpdate();
        }
    }

    private static void keep(Connection connection, Request request, Answer answer) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update rest_idempotency set status = ?, body = ? where digest = ?")) {
            update.setInt(1, answer.status());
            update.setBytes(2, answer.closed().array());
            update.setString(3, request.digest());
            update.executeUpdate();
        }
    }

    /** The answer that was given before, unless it is too old to be given again. */
    Optional<Answer> find(String digest) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select body_digest, status, body from rest_idempotency where digest = ? and created_at > ?")) {
                select.setString(1, digest);
                select.setObject(2, now().minus(KEPT));
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Answer(row.getString(1), row.getInt(2), ByteBuffer.wrap(row.getBytes(3))))
                            : Optional.empty();
                }
            }
        });
    }

    /** Forgets one outdated request. */
    void forget(String digest) {
        transactions.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from rest_idempotency where digest = ? and created_at <= ?")) {
                delete.setString(1, digest);
                delete.setObject(2, now().minus(KEPT));
                return delete.executeUpdate();
            }
        });
    }

    /** Forgets outdated requests; at most some ten thousand at a time. */
    void prune() {
        int batches = 0;
        while (pruned() == BATCH && batches < MOST_BATCHES) {
            batches++;
        }
    }

    private int pruned() {
        return transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from rest_idempotency where digest in"
                    + " (select digest from rest_idempotency where created_at <= ? order by created_at limit " + BATCH
                    + ")")) {
                delete.setObject(1, now().minus(KEPT));
                return delete.executeUpdate();
            }
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
