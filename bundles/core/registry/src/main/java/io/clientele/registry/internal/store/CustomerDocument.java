package io.clientele.registry.internal.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.kernel.ShortId;
import io.clientele.registry.Profile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The column that holds a customer as it is answered: whoever asks for one gets it without anybody reading it in between. */
final class CustomerDocument {
    /** What follows the lists. */
    static final String AFTER_LISTS = ",\"createdAt\":";

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CustomerDocument() {}

    static String write(CustomerRow.Written written, CheckedProfile checked) {
        Profile profile = checked.profile();
        StringWriter text = new StringWriter(384 + checked.lists().length());
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("id", ShortId.format(written.id()));
            json.writeNumberField("version", written.version());
            json.writeStringField("kind", profile.kind().code());
            json.writeStringField("name", profile.name());
            json.writeStringField("romanName", checked.nameKey());
            optional(json, "language", profile.language());
            optional(json, "timeZone", profile.timeZone());
            json.writeStringField("status", profile.status().code());
            optional(json, "owner", profile.owner());
            optional(json, "team", profile.team());
            json.writeRaw(',');
            json.writeRaw(checked.lists());
            json.writeStringField("createdAt", written.createdAt().toString());
            json.writeStringField("updatedAt", written.updatedAt().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The row that was written as this document. */
    static CustomerRow read(String document) {
        try {
            JsonNode json = MAPPER.readTree(document);
            String owner = text(json, "owner");
            String team = text(json, "team");
            return new CustomerRow(
                    ShortId.parse(json.path("id").asText()),
                    json.path("version").asLong(),
                    json.path("kind").asText(),
                    json.path("name").asText(),
                    json.path("romanName").asText(),
                    text(json, "language"),
                    text(json, "timeZone"),
                    json.path("status").asText(),
                    owner == null ? null : new UserId(ShortId.parse(owner)),
                    team == null ? null : new TeamId(ShortId.parse(team)),
                    document,
                    Instant.parse(json.path("createdAt").asText()),
                    Instant.parse(json.path("updatedAt").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.has(field) ? json.path(field).asText() : null;
    }

    private static void optional(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }
}
