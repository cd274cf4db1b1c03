package io.clientele.bench.scenario;

import java.sql.SQLException;

/** A table like that of a segment's members, with the same indexes, in which plain SQL puts customers in and out: no more than that. */
interface PlainTable extends AutoCloseable {
    /** The name of the database. */
    String where();

    /** The name that this share of all customers comes before, in the order of names. */
    String nameAt(double share) throws SQLException;

    /** Puts the first members in. */
    void fill(Names first) throws SQLException;

    /** Makes those of a range the members, and commits. */
    void move(Names to) throws SQLException;

    /** Processor time in nanoseconds that this database has used so far. */
    long cpuNanos();

    @Override
    void close() throws SQLException;

    /** A range of names: from one, before the other. */
    record Names(String from, String to) {
        String filter() {
            return "name=ge='" + from + "';name=lt='" + to + "'";
        }
    }
}
