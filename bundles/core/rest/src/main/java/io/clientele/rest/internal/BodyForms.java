package io.clientele.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses bodies in forms that nobody here reads: what is read as something else than it is would be kept as it was misread. */
final class BodyForms {
    private static final String IDENTITY = "identity";

    private BodyForms() {}

    /** What is wrong with the form of a call's body, or null. */
    static @Nullable Problem refusal(Call call) {
        if (!hasKnownCharset(call.request)) {
            return Problem.of(415, "The charset that Content-Type names is not known");
        }
        if (hasBody(call.request) && isEncoded(call.request)) {
            // RFC 9110, 15.5.16: says that it was not the type.
            call.response.setHeader("Accept-Encoding", IDENTITY);
            return Problem.of(415, "A body is taken as it is, without a Content-Encoding such as gzip");
        }
        return null;
    }

    /** Whoever asks for the type of a body with another charset gets an exception. */
    private static boolean hasKnownCharset(HttpServletRequest request) {
        try {
            var unused = request.getContentType();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isEncoded(HttpServletRequest request) {
        Enumeration<String> codings = request.getHeaders("Content-Encoding");
        while (codings.hasMoreElements()) {
            String coding = codings.nextElement().strip().toLowerCase(Locale.ROOT);
            if (!coding.isEmpty() && !coding.equals(IDENTITY)) {
                return true;
            }
        }
        return false;
    }
}
