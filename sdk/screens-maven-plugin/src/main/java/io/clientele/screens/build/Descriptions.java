package io.clientele.screens.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a module's {@code screens.json} says. */
final class Descriptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Descriptions() {}

    /** The files of its contributions, each once. */
    static List<String> modules(String description) throws IOException {
        Set<String> modules = new LinkedHashSet<>();
        for (JsonNode contribution : JSON.readTree(description).path("contributions")) {
            if (contribution.hasNonNull("module")) {
                modules.add(contribution.get("module").asText());
            }
        }
        return new ArrayList<>(modules);
    }
}
