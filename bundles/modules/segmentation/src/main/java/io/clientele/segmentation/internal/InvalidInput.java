package io.clientele.segmentation.internal;

import io.clientele.kernel.InvalidInputException;
import java.util.function.Supplier;

/** Says in which part of a body a fault is that was found by looking at that part alone. */
public final class InvalidInput {
    private InvalidInput() {}

    /** Does {@code work}; what it refuses is at {@code pointer}. */
    public static <T> T at(String pointer, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(pointer, String.valueOf(e.getMessage()));
        }
    }
}
