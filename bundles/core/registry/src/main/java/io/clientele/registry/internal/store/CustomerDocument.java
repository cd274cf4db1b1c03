package io.clientele.registry.internal.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clientele.kernel.ShortId;
import io.clientele.registry.Profile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The column that holds a customer as it is answered: whoever asks for one gets it without anybody reading it in between. */
final class CustomerDocument {
    /** What follows the lists. */
    static final String AFTER_LISTS = ",\"createdAt\":";

    private static final JsonFactory JSON = new JsonFactory();

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

    private static void optional(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }
}
