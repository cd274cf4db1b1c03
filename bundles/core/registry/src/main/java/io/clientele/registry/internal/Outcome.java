package io.clientele.registry.internal;

import io.clientele.kernel.InvalidInputException.Violation;
import java.util.List;

/**
 * What became of one row.
 *
 * @param faults why it failed, at JSON pointers such as {@code /contactPoints/0/value}; empty unless it did
 */
public record Outcome(Result result, List<Violation> faults) {
    /** What can become of a row. */
    public enum Result {
        ADDED,
        UPDATED,
        UNCHANGED,
        FAILED
    }

    static final Outcome ADDED = new Outcome(Result.ADDED, List.of());
    static final Outcome UPDATED = new Outcome(Result.UPDATED, List.of());
    static final Outcome UNCHANGED = new Outcome(Result.UNCHANGED, List.of());

    public Outcome {
        faults = List.copyOf(faults);
    }

    static Outcome failed(List<Violation> faults) {
        return new Outcome(Result.FAILED, faults);
    }

    static Outcome failed(String pointer, String detail) {
        return failed(List.of(new Violation(pointer, detail)));
    }
}
