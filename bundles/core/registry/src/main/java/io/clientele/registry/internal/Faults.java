package io.clientele.registry.internal;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one input, so that its sender learns everything at once. For one thread. */
public final class Faults {
    private final List<Violation> found = new ArrayList<>(0);
    private String list = "";
    private int index = -1;

    /** What {@code work} comes to; what it finds wrong with its parameter is told of the place in the body that holds it. */
    public static <T> T below(String pointer, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.violations().stream()
                    .map(each -> new Violation(pointer, each.detail()))
                    .toList());
        }
    }

    /** The following faults are in this element of a list; pointers are put together only if there is a fault. */
    public void in(String listPointer, int elementIndex) {
        list = listPointer;
        index = elementIndex;
    }

    /** The following faults are in the body itself. */
    public void out() {
        index = -1;
    }

    public void add(String pointer, String detail) {
        found.add(new Violation(index < 0 ? pointer : list + "/" + index + pointer, detail));
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Fails if there is a fault. */
    public void raise() {
        if (any()) {
            throw new InvalidInputException(found);
        }
    }

    /** {@code value}, after recording a fault if it is missing. */
    @Nullable
    String required(@Nullable String value, String pointer) {
        if (value == null) {
            add(pointer, "is missing");
        }
        return value;
    }
}
