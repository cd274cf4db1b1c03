package io.clientele.rest.internal;

import io.clientele.kernel.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The query of a request as it was sent, not decoded. */
final class QueryText {
    private QueryText() {}

    /** Refuses a parameter, by its name, that is not encoded as it has to be (RFC 3986, in UTF-8), or holds what cannot be kept. */
    static void check(@Nullable String query) {
        if (query == null || query.indexOf('%') < 0) {
            return;
        }
        for (String parameter : query.split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            if (!isEncoded(parameter)) {
                throw new InvalidInputException(
                        name, "Each % is followed by two hexadecimal digits, and the bytes are UTF-8; write % as %25");
            }
            if (parameter.contains("%00")) {
                throw new InvalidInputException(name, StorableText.REFUSED);
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
