package io.clientele.facts.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A table that holds facts. A bundle registers one as a service for each such table; it is read when the service comes, and
 * again whenever it says that it changed. */
@ConsumerType
public interface FactSource {
    /** The name of the table. */
    String table();

    /** The column that holds the customer's id: the primary key of the customer table itself, an indexed column of any other. */
    String customerColumn();

    /** Whether the table has at most one row for a customer, or several. */
    Cardinality cardinality();

    /** What the table tells. */
    List<FactColumn> columns();

    /**
     * Is handed what to call after {@link #columns} has changed: it returns when the source has been read again, so that its facts come and
     * go without a moment in which they are all away. Called once; sources that never change ignore it.
     */
    default void onChange(Runnable changed) {}

    /** How many rows a table can have for one customer. */
    enum Cardinality {
        /** The customer table itself: exactly one, and the columns {@code owner_id} and {@code team_id} are there. */
        ROOT,
        /** None or one. */
        ONE,
        /** Any number. */
        MANY
    }
}
