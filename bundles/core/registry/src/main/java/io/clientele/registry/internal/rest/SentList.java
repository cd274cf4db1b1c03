package io.clientele.registry.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as it is sent: its elements may be null. */
final class SentList {
    private SentList() {}

    /** The elements, none if there is no list; fails if one of them is null. */
    static <T> List<T> present(@Nullable List<@Nullable T> sent, String pointer) {
        List<T> present = new ArrayList<>();
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; sent != null && i < sent.size(); i++) {
            T each = sent.get(i);
            if (each == null) {
                faults.add(new Violation(pointer + "/" + i, "is null"));
            } else {
                present.add(each);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return present;
    }
}
