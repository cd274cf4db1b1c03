package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.kernel.Page;
import io.clientele.rest.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribedTest {
    /** Songs. */
    @Path("/api/v1/songs")
    @Produces("application/json")
    public static final class Songs {
        /** A song as it is answered. */
        public record View(String melody) {}

        @GET
        @Public
        public Page<Songs.View> list() {
            return new Page<>(List.of(), null, null);
        }
    }

    /** Walks. */
    @Path("/api/v1/walks")
    @Produces("application/json")
    public static final class Walks {
        /** A walk as it is answered. */
        public record View(int steps) {}

        @GET
        @Public
        public Page<Walks.View> list() {
            return new Page<>(List.of(), null, null);
        }
    }

    /** Meals. */
    @Path("/api/v1/meals")
    @Produces("application/json")
    public static final class Meals {
        /** A meal as it is answered. */
        public record View(boolean hot) {}

        @GET
        @Public
        public Page<Meals.View> list() {
            return new Page<>(List.of(), null, null);
        }
    }

    @Test
    void records_of_the_same_name_are_described_apart_also_within_a_page() throws IOException {
        try (HttpHost host = new HttpHost(HostSettings.onFreePort())) {
            host.add(new Songs());
            host.add(new Walks());
            host.add(new Meals());
            Client client = new Client(host.start().uri());

            JsonNode described =
                    new ObjectMapper().readTree(client.get("/api/openapi.json").body());

            assertThat(fieldsOfItems(described, "/api/v1/songs")).containsExactly("melody");
            assertThat(fieldsOfItems(described, "/api/v1/walks")).containsExactly("steps");
            assertThat(fieldsOfItems(described, "/api/v1/meals")).containsExactly("hot");
        }
    }

    private static List<String> fieldsOfItems(JsonNode described, String path) {
        JsonNode answer = described
                .path("paths")
                .path(path)
                .at("/get/responses/2XX/content")
                .path("application/json")
                .path("schema");
        JsonNode item = referred(described, answer).at("/properties/items/items");
        List<String> fields = new ArrayList<>();
        referred(described, item).path("properties").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static JsonNode referred(JsonNode described, JsonNode schema) {
        return described.at(URI.create(schema.path("$ref").asText()).getFragment());
    }
}
