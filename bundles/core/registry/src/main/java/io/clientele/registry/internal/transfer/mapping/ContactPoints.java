package io.clientele.registry.internal.transfer.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.registry.ContactPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contact points as the JSON of one cell, and the words for their kinds. */
public final class ContactPoints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContactPoints() {}

    /** The word for the kind of a contact point. */
    public static String kind(ContactPoint point) {
        if (point instanceof ContactPoint.Email) {
            return "email";
        }
        if (point instanceof ContactPoint.Phone) {
            return "phone";
        }
        return point instanceof ContactPoint.Web ? "web" : "postal";
    }

    /** Writes contact points; none at all as an empty text. */
    public static String write(List<ContactPoint> points) {
        if (points.isEmpty()) {
            return "";
        }
        ArrayNode all = JSON.createArrayNode();
        for (ContactPoint point : points) {
            ObjectNode one = all.addObject().put("kind", kind(point));
            if (point instanceof ContactPoint.Email email) {
                one.put("value", email.address());
            } else if (point instanceof ContactPoint.Phone phone) {
                one.put("value", phone.number());
            } else if (point instanceof ContactPoint.Web web) {
                one.put("value", web.url());
            } else if (point instanceof ContactPoint.Postal postal) {
                put(one, "street", postal.street());
                put(one, "city", postal.city());
                put(one, "region", postal.region());
                put(one, "postalCode", postal.postalCode());
                put(one, "country", postal.country());
            }
            put(one, "label", point.label());
        }
        return all.toString();
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    /** Reads what {@link #write} wrote; anything else fails. */
    static List<ContactPoint> read(String json) throws JsonProcessingException {
        JsonNode all = JSON.readTree(json);
        if (!all.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        List<ContactPoint> points = new ArrayList<>();
        for (JsonNode one : all) {
            points.add(point(one));
        }
        return points;
    }

    private static ContactPoint point(JsonNode one) {
        String value = one.path("value").asText("");
        String label = text(one, "label");
        return switch (one.path("kind").asText("")) {
            case "email" -> new ContactPoint.Email(value, label);
            case "phone" -> new ContactPoint.Phone(value, label);
            case "web" -> new ContactPoint.Web(value, label);
            case "postal" ->
                new ContactPoint.Postal(
                        text(one, "street"),
                        text(one, "city"),
                        text(one, "region"),
                        text(one, "postalCode"),
                        text(one, "country"),
                        label);
            default -> throw new IllegalArgumentException("no kind of contact point");
        };
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }
}
