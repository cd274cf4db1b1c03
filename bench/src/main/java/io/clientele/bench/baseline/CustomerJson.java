package io.clientele.bench.baseline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        out.writeRaw(',');
        out.writeRaw(c.lists());
        out.writeStringField("createdAt", c.createdAt().toInstant().toString());
        out.writeStringField("updatedAt", c.updatedAt().toInstant().toString());
        out.writeEndObject();
    }

    /** The part of a stored customer that holds its three lists. */
    static String lists(String document) {
        return document.substring(document.indexOf("\"identifiers\":["), document.lastIndexOf(",\"createdAt\":"));
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
                fields(json));
    }

    private static String fields(JsonNode json) throws IOException {
        ObjectNode lists = JSON.createObjectNode();
        for (String field : LISTS) {
            lists.set(field, json.path(field));
        }
        String text = JSON.writeValueAsString(lists);
        return text.substring(1, text.length() - 1);
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
