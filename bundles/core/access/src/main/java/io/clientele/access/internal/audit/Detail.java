package io.clientele.access.internal.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The detail of a {@link io.clientele.access.Change}: a JSON object of texts, or of pairs of texts before and after. */
public final class Detail {
    private final StringBuilder json = new StringBuilder("{");

    /** Adds what there is now. */
    public Detail with(String field, @Nullable Object value) {
        name(field);
        text(value);
        return this;
    }

    /** Adds what there was and what there is, if they differ. */
    public Detail changed(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            name(field);
            json.append('[');
            text(before);
            json.append(',');
            text(after);
            json.append(']');
        }
        return this;
    }

    private void name(String field) {
        if (json.length() > 1) {
            json.append(',');
        }
        text(field);
        json.append(':');
    }

    private void text(@Nullable Object value) {
        if (value == null) {
            json.append("null");
            return;
        }
        String text = value.toString();
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    @Override
    public String toString() {
        return json + "}";
    }
}
