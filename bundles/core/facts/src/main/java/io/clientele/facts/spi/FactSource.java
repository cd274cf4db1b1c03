package io.clientele.facts.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A table that holds facts. A bundle registers one as a service for each such table; it is read once, when the service comes. */
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
