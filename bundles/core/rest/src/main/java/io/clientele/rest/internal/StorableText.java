package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Texts that every database can keep as they are: PostgreSQL has no place for the character NUL, and keeps half a character as a question mark. */
final class StorableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;
    static final String REFUSED = "A text must not hold the character NUL (U+0000)";
    private static final String HALF = "A text must not hold half a character (a surrogate on its own)";

    StorableText() {
        super(String.class);
    }

    /** That a text in JSON holds what cannot be kept. */
    static final class RefusedException extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        RefusedException(JsonParser parser, String reason) {
            super(parser, reason);
        }
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw new RefusedException(parser, REFUSED);
        }
        if (text != null && hasHalf(text)) {
            throw new RefusedException(parser, HALF);
        }
        return text;
    }

    private static boolean hasHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
