package io.clientele.bench.baseline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.clientele.bench.baseline.Customer.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Customers as JSON, with the fields of the product's interface. */
final class CustomerJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROW_BYTES = 1024;
    private static final List<String> LISTS = List.of("identifiers", "contactPoints", "tags");

    private CustomerJson() {}

    static byte[] write(Customer customer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROW_BYTES);
        try (JsonGenerator out = JSON.getFactory().createGenerator(bytes)) {
            write(customer, out);
        }
        return bytes.toByteArray();
    }

    static byte[] write(List<Customer> customers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROW_BYTES * (customers.size() + 1));
        try (JsonGenerator out = JSON.getFactory().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Customer customer : customers) {
                write(customer, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(Customer c, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", String.valueOf(c.id()));
        out.writeNumberField("version", c.version());
        out.writeStringField("kind", c.kind());
        out.writeStringField("name", c.name());
        out.writeStringField("romanName", c.nameKey());
        optional(out, "language", c.language());
        optional(out, "timeZone", c.timeZone());
        out.writeStringField("status", c.status());
        optional(out, "owner", c.owner());
        optional(out, "team", c.team());
        writeLists(c.profile(), out);
        out.writeStringField("createdAt", c.createdAt().toInstant().toString());
        out.writeStringField("updatedAt", c.updatedAt().toInstant().toString());
        out.writeEndObject();
    }

    /** The column holds the three lists in one array; each is written as it stands. */
    private static void writeLists(String profile, JsonGenerator out) throws IOException {
        int from = 1;
        for (String field : LISTS) {
            int to = end(profile, from);
            out.writeFieldName(field);
            out.writeRawValue(profile, from, to - from);
            from = to + 1;
        }
    }

    /** Where the array that starts at {@code from} ends. */
    private static int end(String json, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("an array without an end");
    }

    private static void optional(JsonGenerator out, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            out.writeStringField(field, value.toString());
        }
    }

    static Customer read(InputStream body) throws IOException {
        JsonNode json = JSON.readTree(body);
        String name = json.path("name").asText();
        if (name.isBlank()) {
            throw new IllegalArgumentException("name is blank");
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return new Customer(
                0,
                1,
                json.path("kind").asText(),
                name,
                name.toLowerCase(Locale.ROOT),
                text(json, "language"),
                text(json, "timeZone"),
                json.path("status").asText(),
                null,
                null,
                place(json.path("contactPoints")),
                now,
                now,
                profile(json));
    }

    private static String profile(JsonNode json) throws IOException {
        ArrayNode profile = JSON.createArrayNode();
        for (String field : LISTS) {
            profile.add(json.path(field));
        }
        return JSON.writeValueAsString(profile);
    }

    private static Place place(JsonNode contactPoints) {
        for (JsonNode point : contactPoints) {
            if ("postal".equals(point.path("kind").asText())) {
                return new Place(
                        text(point, "city"), text(point, "region"), text(point, "postalCode"), text(point, "country"));
            }
        }
        return new Place(null, null, null, null);
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
