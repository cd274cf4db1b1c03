package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.clientele.rest.Told;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes what is {@link Told} as the answer speaks. */
final class ToldTexts extends StdSerializer<Object> {
    private static final long serialVersionUID = 1L;

    ToldTexts() {
        super(Object.class);
    }

    /** Finds what is marked. */
    static final class Marks extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object findSerializer(Annotated part) {
            return part.hasAnnotation(Told.class) ? new ToldTexts() : null;
        }
    }

    /** A writer that speaks so. English costs nothing. */
    static ObjectWriter in(Speech speech, ObjectWriter writer) {
        return speech.isEnglish() ? writer : writer.withAttribute(Speech.class, speech);
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
        Speech speech = (Speech) provider.getAttribute(Speech.class);
        if (value instanceof Collection<?> texts) {
            json.writeStartArray();
            for (Object each : texts) {
                json.writeString(told(each, speech));
            }
            json.writeEndArray();
        } else {
            json.writeString(told(value, speech));
        }
    }

    private static String told(Object text, @Nullable Speech speech) {
        return speech == null ? text.toString() : speech.tell(text.toString());
    }
}
