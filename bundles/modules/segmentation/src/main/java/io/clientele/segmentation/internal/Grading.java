package io.clientele.segmentation.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Keeps grades current. */
public interface Grading {
    /**
     * Grades customers anew after something happened to them, in a unit of work that has entered the gate and before segments are evaluated.
     *
     * @param touched of whom a fact may have changed, by its name
     * @return whose grades changed, by the names of the facts that they are
     */
    Map<String, Set<Long>> follow(Connection connection, Function<String, Set<Long>> touched) throws SQLException;

    /** Grades by what all customers were scored anew with, in a unit of work that has entered the gate. */
    void scored(Connection connection) throws SQLException;

    /** Takes up scales whose facts came back, and lets those rest whose facts went; as the system. */
    void judge();

    /** Does the next piece of what is due once a night, if it was not done since {@code due}; as the system. */
    boolean step(Instant due);
}
