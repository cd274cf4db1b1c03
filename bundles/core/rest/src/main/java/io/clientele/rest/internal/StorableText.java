package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Texts that every database can keep: PostgreSQL has no place for the character NUL. */
final class StorableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;
    static final String REFUSED = "A text must not hold the character NUL (U+0000)";

    StorableText() {
        super(String.class);
    }

    /** That a text in JSON holds what cannot be kept. */
    static final class RefusedException extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        RefusedException(JsonParser parser) {
            super(parser, REFUSED);
        }
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw new RefusedException(parser);
        }
        return text;
    }
}
