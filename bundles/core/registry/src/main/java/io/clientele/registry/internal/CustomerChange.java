package io.clientele.registry.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clientele.access.Change;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.store.ProfileJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the audit keeps of a change to a customer: the fields that differ, before and after. */
final class CustomerChange {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String[] FIELDS = {
        "kind", "name", "language", "timeZone", "status", "owner", "team", "identifiers", "contactPoints", "tags"
    };
    private static final int FIRST_LIST = 7;

    private CustomerChange() {}

    static Change added(CustomerRow after) {
        return new Change("registry.CustomerAdded", "customer", after.id(), detail(null, after));
    }

    static Change changed(CustomerRow before, CustomerRow after) {
        return new Change("registry.CustomerChanged", "customer", after.id(), detail(before, after));
    }

    /** The names of the fields that differ. */
    static List<String> fields(CustomerRow before, CustomerRow after) {
        @Nullable String[] was = values(before);
        @Nullable String[] is = values(after);
        return IntStream.range(0, FIELDS.length)
                .filter(i -> !Objects.equals(was[i], is[i]))
                .mapToObj(i -> FIELDS[i])
                .toList();
    }

    private static String detail(@Nullable CustomerRow before, CustomerRow after) {
        @Nullable String[] was = before == null ? new @Nullable String[FIELDS.length] : values(before);
        @Nullable String[] is = values(after);
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (before != null) {
                json.writeFieldName("before");
                side(json, was, is);
            }
            json.writeFieldName("after");
            side(json, is, was);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void side(JsonGenerator json, @Nullable String[] these, @Nullable String[] others)
            throws IOException {
        json.writeStartObject();
        for (int i = 0; i < FIELDS.length; i++) {
            String value = these[i];
            if (Objects.equals(value, others[i])) {
                continue;
            }
            json.writeFieldName(FIELDS[i]);
            if (value == null) {
                json.writeNull();
            } else if (i >= FIRST_LIST) {
                json.writeRawValue(value);
            } else {
                json.writeString(value);
            }
        }
        json.writeEndObject();
    }

    private static @Nullable String[] values(CustomerRow row) {
        String[] lists = ProfileJson.parts(row.lists());
        return new @Nullable String[] {
            row.kind(),
            row.name(),
            row.language(),
            row.timeZone(),
            row.status(),
            row.owner() == null ? null : row.owner().toString(),
            row.team() == null ? null : row.team().toString(),
            lists[0],
            lists[1],
            lists[2]
        };
    }
}
