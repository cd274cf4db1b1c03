package io.clientele.bench.baseline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a list is asked for. An empty text or list means that the condition is absent. */
record Query(String city, String prefix, String kind, String status, List<Long> teams, long owner) {
    static Query parse(String raw) {
        Map<String, String> values = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        String teams = values.getOrDefault("teams", "");
        return new Query(
                values.getOrDefault("city", ""),
                values.getOrDefault("prefix", ""),
                values.getOrDefault("kind", ""),
                values.getOrDefault("status", ""),
                teams.isEmpty()
                        ? List.of()
                        : Stream.of(teams.split(",", -1)).map(Long::valueOf).toList(),
                Long.parseLong(values.getOrDefault("owner", "0")));
    }
}
