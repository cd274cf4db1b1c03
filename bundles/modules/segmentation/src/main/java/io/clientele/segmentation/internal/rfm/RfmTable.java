package io.clientele.segmentation.internal.rfm;

import io.clientele.persistence.CopyRows;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summaries and scores as they are kept. */
final class RfmTable {
    private static final String SUMMARY = "segmentation_rfm_summary (customer_id, last_purchase, frequency, money)";
    private static final String SCORE = "segmentation_rfm_score (recency_score, frequency_score, money_score, cell,"
            + " composite, group_key, customer_id)";
    private static final int BATCH = 10_000;

    private final Connection connection;
    private final Dialect dialect;

    RfmTable(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Puts these in place of all summaries there are. */
    void replaceSummaries(Summaries summaries) throws SQLException {
        update("delete from segmentation_rfm_summary");
        insert(summaries);
    }

    /** Puts these in place of the summaries of {@code customers}; those who are not among them lose theirs. Scores stay until the next are made. */
    void replaceSummaries(Collection<Long> customers, Summaries summaries) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from segmentation_rfm_summary where customer_id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", customers.toArray()));
            delete.executeUpdate();
        }
        insert(summaries);
    }

    private void insert(Summaries summaries) throws SQLException {
        if (dialect == Dialect.POSTGRESQL && summaries.size() > BATCH) {
            copy(summaries);
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + SUMMARY + " values (?, ?, ?, ?)")) {
            for (int i = 0; i < summaries.size(); i++) {
                Summaries.Summary summary = summaries.get(i);
                insert.setLong(1, summary.customer());
                insert.setObject(2, LocalDate.ofEpochDay(summary.lastDay()));
                insert.setInt(3, summary.count());
                insert.setDouble(4, summary.money());
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void copy(Summaries summaries) throws SQLException {
        CopyRows rows = new CopyRows();
        for (int i = 0; i < summaries.size(); i++) {
            Summaries.Summary summary = summaries.get(i);
            rows.add(summary.customer())
                    .add(LocalDate.ofEpochDay(summary.lastDay()).toString())
                    .add(summary.count())
                    .add(Double.toString(summary.money()))
                    .end();
        }
        rows.send(connection, SUMMARY);
    }

    /** All summaries, in the order of their customers. */
    Summaries summaries() throws SQLException {
        String day = dialect == Dialect.H2
                ? "datediff(day, date '1970-01-01', last_purchase)"
                : "last_purchase - date '1970-01-01'";
        Summaries summaries = new Summaries(BATCH);
        try (PreparedStatement select = connection.prepareStatement("select customer_id, " + day
                + ", frequency, money from segmentation_rfm_summary order by customer_id")) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    summaries.add(
                            new Summaries.Summary(row.getLong(1), row.getInt(2), row.getInt(3), row.getDouble(4), 0));
                }
            }
        }
        return summaries;
    }

    /** What everybody scored last. A list beside that of the summaries: a join of so many would go to disk and back. */
    LastScores lastScores() throws SQLException {
        LastScores scores = new LastScores();
        try (PreparedStatement select = connection.prepareStatement(
                "select customer_id, cell from segmentation_rfm_score order by customer_id")) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    scores.add(row.getLong(1), row.getInt(2));
                }
            }
        }
        return scores;
    }

    /** Forgets what these customers scored. */
    void dropScores(List<Long> customers) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from segmentation_rfm_score where customer_id = any(?)")) {
            for (int from = 0; from < customers.size(); from += BATCH) {
                List<Long> some = customers.subList(from, Math.min(from + BATCH, customers.size()));
                delete.setArray(1, connection.createArrayOf("bigint", some.toArray()));
                delete.executeUpdate();
            }
        }
    }

    void forgetScores() throws SQLException {
        update("delete from segmentation_rfm_score");
    }

    /** Writes the scores of customers that had none. */
    void insertScores(List<Scored> scores) throws SQLException {
        if (dialect != Dialect.POSTGRESQL) {
            write("insert into " + SCORE + " values (?, ?, ?, ?, ?, ?, ?)", scores);
            return;
        }
        CopyRows rows = new CopyRows();
        for (Scored scored : scores) {
            Scores.Score score = scored.score();
            rows.add(score.recency())
                    .add(score.frequency())
                    .add(score.money())
                    .add(score.cell())
                    .add(score.composite())
                    .add(score.group())
                    .add(scored.customer())
                    .end();
        }
        rows.send(connection, SCORE);
    }

    /** Writes scores in place of others. */
    void updateScores(List<Scored> scores) throws SQLException {
        write(
                "update segmentation_rfm_score set recency_score = ?, frequency_score = ?, money_score = ?, cell = ?,"
                        + " composite = ?, group_key = ? where customer_id = ?",
                scores);
    }

    /** What a customer scored. */
    record Scored(long customer, Scores.Score score) {}

    private void write(String sql, List<Scored> scores) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Scored scored : scores) {
                Scores.Score score = scored.score();
                statement.setInt(1, score.recency());
                statement.setInt(2, score.frequency());
                statement.setInt(3, score.money());
                statement.setInt(4, score.cell());
                statement.setInt(5, score.composite());
                statement.setString(6, score.group());
                statement.setLong(7, scored.customer());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** How scores are made, as it was saved. */
    record Saved(long version, String settings, @Nullable LocalDate rebuiltOn, @Nullable LocalDate scoredOn) {}

    @Nullable
    Saved settings() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select version, settings, rebuilt_on, scored_on from segmentation_rfm_settings where id = 1");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Saved(
                            row.getLong(1),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class))
                    : null;
        }
    }

    /** Saves settings in place of those of version {@code before}, 0 for none; false if they are not the newest. */
    boolean save(String settings, long before) throws SQLException {
        String sql = before == 0
                ? "insert into segmentation_rfm_settings (settings, version, id) values (?, ?, 1)"
                : "update segmentation_rfm_settings set settings = ?, version = ? where id = 1 and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, settings);
            statement.setLong(2, before + 1);
            if (before > 0) {
                statement.setLong(3, before);
            }
            return statement.executeUpdate() == 1;
        }
    }

    /** Notes in {@code column} that something was done on {@code day}. */
    void done(String column, LocalDate day) throws SQLException {
        if (!List.of("rebuilt_on", "scored_on").contains(column)) {
            throw new IllegalArgumentException(column);
        }
        try (PreparedStatement update =
                connection.prepareStatement("update segmentation_rfm_settings set " + column + " = ? where id = 1")) {
            update.setObject(1, day);
            update.executeUpdate();
        }
    }
}
