package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import io.clientele.kernel.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts that every database can keep: PostgreSQL has no place for the character NUL. */
final class StorableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;
    private static final String REFUSED = "A text must not hold the character NUL (U+0000)";

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

    /** Refuses the parameters of a request, which are as they were sent, if one of them holds the character or is not encoded as it has to be (RFC 3986). */
    static void requireIn(@Nullable String parameters) {
        if (parameters == null || parameters.indexOf('%') < 0) {
            return;
        }
        for (String parameter : parameters.split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            if (!isEncoded(parameter)) {
                throw new InvalidInputException(
                        name, "Each % is followed by two hexadecimal digits, and the bytes are UTF-8; write % as %25");
            }
            if (parameter.contains("%00")) {
                throw new InvalidInputException(name, REFUSED);
            }
        }
    }

    private static boolean isEncoded(String parameter) {
        ByteBuffer bytes = ByteBuffer.allocate(parameter.length());
        for (int i = parameter.indexOf('%'); i >= 0; i = parameter.indexOf('%', i + 3)) {
            int high = i + 2 < parameter.length() ? Character.digit(parameter.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(parameter.charAt(i + 2), 16);
            if (low < 0) {
                return false;
            }
            bytes.put((byte) (16 * high + low));
            if (i + 3 >= parameter.length() || parameter.charAt(i + 3) != '%') {
                bytes.put((byte) ' ');
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
