package io.clientele.registry;

import java.util.List;
import java.util.Map;

/**
 * What a merge would bring.
 *
 * @param moved how much of each kind would go to the survivor
 * @param differing the fields in which both have a value and not the same one
 */
public record MergeOutline(Map<String, Integer> moved, List<String> differing) {
    public MergeOutline {
        moved = Map.copyOf(moved);
        differing = List.copyOf(differing);
    }
}
