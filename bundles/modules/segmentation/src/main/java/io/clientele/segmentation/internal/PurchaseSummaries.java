package io.clientele.segmentation.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Keeps what customers bought, summed up, as it is told of purchases. */
public interface PurchaseSummaries {
    /** Sums up anew what these customers bought, in a unit of work that has entered the gate and before segments are evaluated. */
    void update(Connection connection, Set<Long> customers) throws SQLException;
}
