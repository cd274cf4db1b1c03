package io.clientele.segmentation.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.events.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which facts an event may have changed. What is named in the event's {@code facts} is all that did. Else an event {@code noun.…} may have
 * changed {@code noun.*}; for the registry, whose facts have names of their own, its fields say which.
 */
final class Touched {
    private static final String REGISTRY = "registry.";
    private static final Map<String, List<String>> FIELDS = Map.of(
            "kind", List.of("kind"),
            "name", List.of("name", "name.written", "search"),
            "language", List.of("language"),
            "timeZone", List.of("timeZone"),
            "status", List.of("status"),
            "owner", List.of("owner"),
            "team", List.of("team"),
            "identifiers", List.of("identifier", "search"),
            "contactPoints", List.of("email", "phone", "web", "address.", "search"),
            "tags", List.of("tag", "search"));

    private final boolean all;
    private final Set<String> names;

    private Touched(boolean all, Set<String> names) {
        this.all = all;
        this.names = names;
    }

    /** Every fact there is. */
    static final Touched EVERYTHING = new Touched(true, Set.of());

    static Touched by(Event event) {
        String type = event.type();
        if (type.equals("registry.CustomerAdded")) {
            return EVERYTHING;
        }
        JsonNode detail = Json.read(event.detail());
        if (detail.path("facts").isArray()) {
            return new Touched(false, texts(detail.path("facts")));
        }
        return switch (type) {
            case "registry.InteractionAdded" -> new Touched(false, Set.of("timeline."));
            case SegmentEvents.PURCHASE -> new Touched(false, Set.of("purchases.", "rfm."));
            case "registry.RelationAdded", "registry.RelationRemoved" -> new Touched(false, Set.of("relations."));
            case "registry.CustomerChanged" -> changed(detail);
            default ->
                type.startsWith(REGISTRY)
                        ? EVERYTHING
                        : new Touched(false, Set.of(type.substring(0, type.indexOf('.') + 1)));
        };
    }

    /** Exactly these facts. */
    static Touched only(Set<String> facts) {
        return new Touched(false, facts);
    }

    private static Touched changed(JsonNode detail) {
        Set<String> names = new HashSet<>(Set.of("updatedAt"));
        for (String field : texts(detail.path("fields"))) {
            List<String> facts = FIELDS.get(field);
            if (facts == null) {
                return EVERYTHING;
            }
            names.addAll(facts);
        }
        return new Touched(false, names);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Whether one of {@code facts} may have changed. */
    boolean any(Set<String> facts) {
        return all || facts.stream().anyMatch(this::includes);
    }

    private boolean includes(String fact) {
        return names.contains(fact) || names.stream().anyMatch(name -> name.endsWith(".") && fact.startsWith(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Touched that && all == that.all && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }
}
