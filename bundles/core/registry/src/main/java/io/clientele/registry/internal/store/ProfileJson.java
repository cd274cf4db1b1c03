package io.clientele.registry.internal.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's lists in the form in which they are shown: three fields of its document, identifiers, contact points and tags. Only who
 * works with them reads them.
 */
public final class ProfileJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String FIRST = "\"identifiers\":[";
    private static final int LISTS = 3;

    private ProfileJson() {}

    /** The three lists of a customer. */
    public record Lists(List<Identifier> identifiers, List<ContactPoint> contactPoints, List<String> tags) {
        public Lists {
            identifiers = List.copyOf(identifiers);
            contactPoints = List.copyOf(contactPoints);
            tags = List.copyOf(tags);
        }
    }

    /** The fields for a profile, without braces. */
    public static String write(Profile profile) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("identifiers");
            for (Identifier identifier : profile.identifiers()) {
                json.writeStartObject();
                json.writeStringField("source", identifier.source());
                json.writeStringField("id", identifier.id());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("contactPoints");
            for (ContactPoint point : profile.contactPoints()) {
                writePoint(json, point);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tags");
            for (String tag : profile.tags()) {
                json.writeString(tag);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.getBuffer().substring(1, text.getBuffer().length() - 1);
    }

    private static void writePoint(JsonGenerator json, ContactPoint point) throws IOException {
        json.writeStartObject();
        if (point instanceof ContactPoint.Email email) {
            json.writeStringField("kind", "email");
            json.writeStringField("value", email.address());
        } else if (point instanceof ContactPoint.Phone phone) {
            json.writeStringField("kind", "phone");
            json.writeStringField("value", phone.number());
        } else if (point instanceof ContactPoint.Web web) {
            json.writeStringField("kind", "web");
            json.writeStringField("value", web.url());
        } else if (point instanceof ContactPoint.Postal postal) {
            json.writeStringField("kind", "postal");
            optional(json, "street", postal.street());
            optional(json, "city", postal.city());
            optional(json, "region", postal.region());
            optional(json, "postalCode", postal.postalCode());
            optional(json, "country", postal.country());
        }
        optional(json, "label", point.label());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    /** The fields out of a customer's document; no text in it can look like their names, for it would have its quotes escaped. */
    static String in(String document) {
        int from = document.indexOf(FIRST);
        int to = document.lastIndexOf(CustomerDocument.AFTER_LISTS);
        return document.substring(from, to);
    }

    /** Reads the fields. */
    public static Lists read(String text) {
        List<Identifier> identifiers = new ArrayList<>(2);
        List<ContactPoint> points = new ArrayList<>(4);
        List<String> tags = new ArrayList<>(2);
        try (JsonParser json = JSON.createParser("{" + text + "}")) {
            nextArray(json);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Fields fields = Fields.read(json);
                identifiers.add(new Identifier(fields.get("source"), fields.get("id")));
            }
            nextArray(json);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                points.add(point(Fields.read(json)));
            }
            nextArray(json);
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                tags.add(json.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lists(identifiers, points, tags);
    }

    private static void nextArray(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        while (token != JsonToken.START_ARRAY) {
            // The brace before the first, or the name of the field.
            token = json.nextToken();
        }
    }

    private static ContactPoint point(Fields fields) {
        String label = fields.find("label");
        return switch (fields.get("kind")) {
            case "email" -> new ContactPoint.Email(fields.get("value"), label);
            case "phone" -> new ContactPoint.Phone(fields.get("value"), label);
            case "web" -> new ContactPoint.Web(fields.get("value"), label);
            default ->
                new ContactPoint.Postal(
                        fields.find("street"),
                        fields.find("city"),
                        fields.find("region"),
                        fields.find("postalCode"),
                        fields.find("country"),
                        label);
        };
    }

    /** The text of each of the three lists, cut out of the fields without reading them. */
    public static String[] parts(String text) {
        String[] parts = new String[LISTS];
        int depth = 0;
        int start = 0;
        int part = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && part < parts.length; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[' && ++depth == 1) {
                start = i;
            } else if (c == ']' && depth-- == 1) {
                parts[part++] = text.substring(start, i + 1);
            }
        }
        return parts;
    }

    /** The text fields of one flat object. */
    private record Fields(List<String> names, List<String> values) {
        static Fields read(JsonParser json) throws IOException {
            List<String> names = new ArrayList<>(6);
            List<String> values = new ArrayList<>(6);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                names.add(json.currentName());
                json.nextToken();
                values.add(json.getText());
            }
            return new Fields(names, values);
        }

        @Nullable
        String find(String name) {
            int at = names.indexOf(name);
            return at < 0 ? null : values.get(at);
        }

        String get(String name) {
            String value = find(name);
            return value == null ? "" : value;
        }
    }
}
