package io.clientele.registry.internal.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A list of texts in one column, as a JSON array. */
final class TextList {
    private static final JsonFactory JSON = new JsonFactory();

    private TextList() {}

    static String write(List<String> texts) {
        if (texts.isEmpty()) {
            return "[]";
        }
        StringWriter column = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(column)) {
            json.writeStartArray();
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return column.toString();
    }

    static List<String> read(String column) {
        if (column.equals("[]")) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (JsonParser json = JSON.createParser(column)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
