package io.clientele.modules;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What appears, stays and goes. */
public record Difference(List<String> appear, List<String> stay, List<String> go) {
    public Difference {
        appear = List.copyOf(appear);
        stay = List.copyOf(stay);
        go = List.copyOf(go);
    }

    public static Difference between(Collection<String> before, Collection<String> after) {
        TreeSet<String> appear = new TreeSet<>(after);
        appear.removeAll(before);
        TreeSet<String> stay = new TreeSet<>(after);
        stay.retainAll(before);
        TreeSet<String> go = new TreeSet<>(before);
        go.removeAll(after);
        return new Difference(List.copyOf(appear), List.copyOf(stay), List.copyOf(go));
    }
}
